package org.childfile.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.childfile.linkage.matching.People;
import org.childfile.settings.Problem;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;

class ModelReaderTest {

    private static final String GOOD = """
            version: 1
            link: all
            max-block: 500
            fields:
              name: {from: [姓名], as: chinese-name}
              former: {from: [曾用名], as: chinese-name}
              birth: {from: [出生日期], as: date}
              id: {from: [身份证号], as: citizen-id, own-by: {field: birth, derive: id-birth, is: within-years 3}}
              phones: {from: [电话1, 电话2], as: phone, common: 20}
            blocks:
              - [id]
              - ["name|former", "birth:year"]
            comparisons:
              name:
                of: name
                levels:
                  - {is: exact, terms: true, m: 0.9, u: 0.001}
                  - {is: [same-pinyin, wildcard], called: same sound, m: 0.05, u: 0.002}
                  - {is: exact, with: former, m: 0.01, u: 1.0E-5}
                  - {is: else, m: 0.04, u: 0.997}
              phone:
                of: phones
                levels:
                  - {is: exact, m: 0.6, u: 0.001}
                  - {is: else, m: 0.4, u: 0.999}
                unless: {name: [else, missing]}
            vetoes:
              - {differ: id}
              - {all: {name: [else], phone: [else]}}
            decision: {join: 0.99, review: 0.5, bridge: 0.0, clear: 3.0}
            prior: 1.0E-5
            """;

    @Test
    void aModelIsWrittenAsItWasRead() {
        assertThat(People.model(GOOD).written()).isEqualTo(GOOD);
    }

    @Test
    void whatIsNotSaidIsUsual() {
        LinkModel model = People.model("""
                version: 1
                fields:
                  name: {from: Name}
                blocks: [name]
                comparisons:
                  name: {levels: [exact]}
                """);

        assertThat(model.written()).isEqualTo("""
                version: 1
                link: all
                max-block: 2000
                fields:
                  name: {from: [Name], as: text}
                blocks:
                  - [name]
                comparisons:
                  name:
                    of: name
                    levels:
                      - {is: exact}
                      - {is: else}
                decision: {join: 0.99, review: 0.5, bridge: 0.0, clear: 3.0}
                """);
        assertThat(model.learned()).isFalse();
    }

    @Test
    void allMistakesOfAModelAreToldTogether() {
        Problems problems = new Problems();
        People.read("""
                version: 2
                fields:
                  name: {as: text}
                  birth: {from: born, common: 200%}
                  id: {from: id, own-by: {field: brith, derive: year, is: exact}}
                blocks:
                  - []
                  - [name, sex]
                comparisons:
                  name:
                    levels: [exact, exakt, {is: exact, with: nmae}, {is: exact, m: 1.5, u: 0.1}]
                    unless: {birth: else}
                  birth:
                    levels: []
                  id:
                    levels: [exact, else, edit-distance 1]
                    only-if: {name: [exakt, same]}
                vetoes:
                  - {differ: idd}
                  - {all: {name: other}}
                  - {}
                decision: {join: 0.5, review: 0.9}
                thresholds: {}
                """, problems);

        assertThat(problems.all().stream().map(ModelReaderTest::short_))
                .containsExactly(
                        "1: version: found 2, allowed is a whole number from 1 to 1",
                        "3: name: from is missing: the column that the field is read from",
                        "4: common: found 200%, allowed is a number of rows or a share such as 0.5%",
                        "5: field: no such field: brith (did you mean birth?); there are name, birth, id",
                        "6: blocks: a rule names no field; without one every row would meet every other",
                        "6: blocks: no such field: sex; there are name, birth, id",
                        "11: is: no such relation: exakt (did you mean exact?); there are …",
                        "11: with: no such field: nmae (did you mean name?); there are name, birth, id",
                        "11: m: found 1.5, allowed is a number between 0.0 and 1.0",
                        "11: is: the level exact can never apply: an earlier one has taken it",
                        "12: birth: no such comparison stands before; there are ",
                        "13: birth: levels: a comparison has 1 to 60 levels beside else",
                        "16: is: nothing is left for a level after else",
                        "17: name: no such level: same; there are exact, exakt, exact with nmae, exact, else, missing",
                        "18: vetoes: a veto has either differ or all",
                        "19: differ: no such field: idd (did you mean id?); there are name, birth, id",
                        "20: name: no such level: other; there are exact, exakt, exact with nmae, exact, else, missing",
                        "22: review: found 0.9, which is above join (0.5); review comes first",
                        "23: unknown key thresholds; known here are asks, blocks, comparisons, decision, fields, link, max-block,"
                                + " prior, version, vetoes");
    }

    private static String short_(Problem problem) {
        return problem.line() + ": " + problem.message().replaceAll("(no such relation: .*there are ).*", "$1…");
    }

    @Test
    void aColumnThatTheTableHasNotIsToldWithTheNearestOne() {
        Problems problems = new Problems();
        People.model(GOOD).check(List.of("姓名", "曾用名", "出生日期", "身份证号", "电话1", "电话"), "people.csv", problems);

        assertThat(problems.all()).hasSize(1);
        assertThat(problems.all().getFirst().line()).isEqualTo(9);
        assertThat(problems.all().getFirst().message())
                .isEqualTo("phones: people.csv has no column 电话2 (did you mean 电话?);"
                        + " there are 姓名, 曾用名, 出生日期, 身份证号, 电话1, 电话");
    }
}
