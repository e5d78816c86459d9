package org.childfile.files.digitalfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.childfile.settings.Problem;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in files of rules, all told together. */
class RuleBookTest {

    @TempDir
    private Path mappings;

    @Test
    void everyMistakeOfEveryFileIsToldWithItsLineAndWhatIsAllowed() throws IOException {
        write("a.yaml", """
                version: 1
                part: kinds
                lists: {gone: [死亡]}
                rules:
                  - id: "11"
                    version: 1
                    from: 2026-01-01
                    to: 2026-06-30
                    law: 法
                    zh: 孤儿
                    en: orphan
                    when: {fact: fater_state, in: "@gon"}
                  - id: "11"
                    version: 2
                    from: 2026-06-30
                    law: 法
                    en: orphan
                    when: {fact: birth_date, is: 2015-01-01}
                  - id: "32"
                    version: 1
                    from: tomorrow
                    law: 法
                    zh: 重病
                    en: ill
                    unless: x
                    when:
                      any:
                        - {fact: diagnoses, icd10: [C97-C00], present: true}
                        - {fact: diagnoses, icd10: [C97-C00]}
                        - {fact: id_number, is: "1"}
                        - {all: [], not: {fact: orphan, is: true}}
                        - {fact: kind, is: "11"}
                """);
        write("b.yaml", """
                version: 1
                part: risk
                rules:
                  - id: x
                    version: 1
                    from: 2026-01-01
                    law: 法
                    zh: 甲
                    en: a
                    grade: green
                    when: {of: [{fact: kind, is: "12"}, {fact: psych_score, at-least: many}], at-least: 3}
                """);

        assertThat(read())
                .containsExactly(
                        "a.yaml:12: fact: no such attribute or fact fater_state (did you mean father_state?) in kinds",
                        "a.yaml:12: in: no such list gon (did you mean gone?)",
                        "a.yaml:12: in: one or more values belong here",
                        "a.yaml:13: the key zh is missing",
                        "a.yaml:15: from: version 2 of 11 holds on days on which version 1 does (a.yaml, line 5); end that one by to",
                        "a.yaml:18: is: birth_date is a DATE; of such a one can be asked absent, days-at-least, days-at-most, present,"
                                + " years-at-least, years-at-most",
                        "a.yaml:21: from: found tomorrow, allowed is a day such as 2026-01-01",
                        "a.yaml:25: unknown key unless; known here are en, from, id, law, to, version, when, zh",
                        "a.yaml:28: present: diagnoses is asked one question; found icd10 and present, allowed are absent, at-least,"
                                + " at-most, days-at-least, days-at-most, icd10, in, is, number-at-least, number-at-most, present,"
                                + " years-at-least, years-at-most",
                        "a.yaml:29: icd10: found C97-C00, allowed are ranges such as C00-C97 and F84",
                        "a.yaml:30: is: id_number lies sealed; only present and absent can be asked of it",
                        "a.yaml:31: not: a condition is one of all, any, not, of, fact; found all and not",
                        "a.yaml:32: fact: no such attribute or fact kind (did you mean kinds?) in kinds",
                        "b.yaml:10: grade: a rule makes a child yellow or red; green is who meets none",
                        "b.yaml:11: at-least: found 3, allowed is a whole number from 1 to 2",
                        "b.yaml:11: at-least: found many, allowed is a whole number from 0 to 1000000",
                        "b.yaml:11: is: no rule of kinds has the id 12 (did you mean 11?); there are 11, 32");
    }

    @Test
    void aDirectoryThatIsMissingIsOneMistake() {
        assertThat(read()).containsExactly("rules: cannot be read as a directory of rules");
    }

    @Test
    void aVersionHoldsFromItsFirstDayToItsLast() throws IOException {
        write("a.yaml", """
                version: 1
                part: kinds
                rules:
                  - {id: "11", version: 1, from: 2026-01-01, to: 2026-06-30, law: 法, zh: 甲, en: a, when: {fact: orphan, is: true}}
                  - {id: "11", version: 2, from: 2026-07-01, law: 法, zh: 甲, en: a, when: {fact: orphan, is: true}}
                """);
        Problems problems = new Problems();
        RuleBook book = RuleBook.read(mappings, Children.FEEDS, problems);

        assertThat(problems.all()).isEmpty();
        assertThat(List.of("2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01").stream()
                        .map(day -> book.of(Part.KINDS, LocalDate.parse(day)).stream()
                                .map(Rule::version)
                                .toList()
                                .toString()))
                .containsExactly("[]", "[1]", "[1]", "[2]");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(Files.createDirectories(mappings.resolve("rules")).resolve(file), text);
    }

    private List<String> read() {
        Problems problems = new Problems();
        RuleBook.read(mappings, Children.FEEDS, problems);
        return problems.all().stream()
                .map(Problem::toString)
                .map(text -> text.replace(mappings.resolve("rules") + "/", "").replace(mappings + "/", ""))
                .sorted(java.util.Comparator.comparing((String text) -> text.substring(0, 1))
                        .thenComparingInt(RuleBookTest::line)
                        .thenComparing(text -> text))
                .toList();
    }

    private static int line(String text) {
        String[] parts = text.split(":", 3);
        return parts[1].matches("[0-9]+") ? Integer.parseInt(parts[1]) : 0;
    }
}
