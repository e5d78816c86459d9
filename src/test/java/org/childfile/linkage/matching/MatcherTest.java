package org.childfile.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.PeopleTable;
import org.junit.jupiter.api.Test;

/** The weights below are whole numbers of bits, so that sums can be read. */
class MatcherTest {

    private static final String FIELDS = """
            version: 1
            fields:
              name: {from: name}
              former: {from: former}
              id: {from: id}
              phones: {from: [phone1, phone2], common: 3}
            blocks:
              - [name|former]
              - [id]
              - [phones]
            """;

    private static final String MODEL = FIELDS + """
            comparisons:
              name:
                levels:
                  - {is: exact, m: 0.512, u: 0.001}
                  - {is: exact, with: former, m: 0.256, u: 0.001}
                  - {is: edit-distance 1, m: 0.008, u: 0.002}
                  - {is: else, m: 0.03125, u: 0.5}
              id:
                levels:
                  - {is: exact, m: 0.512, u: 0.0005}
                  - {is: else, m: 0.25, u: 0.5}
              phone:
                of: phones
                levels:
                  - {is: exact, m: 0.512, u: 0.016}
                  - {is: else, m: 0.25, u: 0.5}
                unless: {name: [edit-distance 1, else], id: [else, missing]}
            vetoes:
              - {differ: id}
              - {all: {name: else}}
            decision: {join: 0.99, review: 0.5}
            prior: 0.015384615384615385
            """;

    private static Matcher matcher(String... lines) {
        return with(MODEL, lines);
    }

    private static Matcher with(String yaml, String... lines) {
        LinkModel model = People.model(yaml);
        return Matcher.of(model, People.table(model, lines), 2);
    }

    /** The steps as text, each with its bits in whole numbers. */
    private static String told(WeightBreakdown explanation) {
        StringBuilder told = new StringBuilder();
        for (WeightBreakdown.Step step : explanation.steps()) {
            told.append(step.comparison())
                    .append(' ')
                    .append(step.level())
                    .append(' ')
                    .append(Math.round(step.bits() + step.rarity()))
                    .append("; ");
        }
        return told.append(Math.round(explanation.weight()))
                .append(' ')
                .append(explanation.verdict())
                .toString();
    }

    @Test
    void aPairIsExplainedFromThePriorToTheVerdict() {
        WeightBreakdown explanation = matcher("a,anna,,1,5,", "b,anna,,1,6,5").explain(0, 1);

        assertThat(explanation.prior()).isCloseTo(-6, within(1e-9));
        assertThat(told(explanation)).isEqualTo("name exact 9; id exact 10; phone exact 5; 18 JOIN");
        assertThat(explanation.steps().getLast().total()).isEqualTo(explanation.weight());
        assertThat(explanation.veto()).isEmpty();
    }

    @Test
    void whatIsMissingIsNoEvidence() {
        assertThat(told(matcher("a,anna,,,,", "b,anna,,,,").explain(0, 1)))
                .isEqualTo("name exact 9; id missing 0; phone missing 0; 3 REVIEW");
    }

    @Test
    void theFormerNameOfEitherIsComparedWithTheNameOfTheOther() {
        Matcher matcher = matcher("a,anna,berta,,,", "b,berta,,,,", "c,,anna,,,");

        assertThat(told(matcher.explain(0, 1))).startsWith("name exact with former 8");
        assertThat(told(matcher.explain(1, 0))).startsWith("name exact with former 8");
        assertThat(told(matcher.explain(0, 2))).startsWith("name exact with former 8");
        assertThat(told(matcher.explain(1, 2))).startsWith("name missing 0");
    }

    @Test
    void sistersWithOnePhoneNeedEvidenceOfTheirOwn() {
        Matcher matcher = matcher("a,anna,,,5,", "b,anny,,,5,", "c,anny,,7,8,", "d,anna,,7,8,");

        assertThat(told(matcher.explain(0, 1)))
                .isEqualTo("name edit-distance 1 2; id missing 0; phone missing 0; -4 APART");
        assertThat(told(matcher.explain(2, 3)))
                .isEqualTo("name edit-distance 1 2; id exact 10; phone exact 5; 11 JOIN");
    }

    @Test
    void twoDifferentNumbersOrAnotherNameKeepApartWhateverElseAgrees() {
        Matcher matcher = matcher("a,anna,,1,5,6", "b,anna,,2,5,6", "c,zoe,,1,5,6");

        assertThat(matcher.explain(0, 1).veto()).isEqualTo("another id");
        assertThat(matcher.explain(0, 2).veto()).isEqualTo("name else");
        assertThat(matcher.explain(0, 2).verdict()).isEqualTo(WeightBreakdown.Verdict.APART);
        assertThat(People.pairs(matcher)).isEmpty();
    }

    @Test
    void aPhoneThatTooManyShareIsNoEvidence() {
        Matcher matcher = matcher("a,anna,,,5,6", "b,anna,,,5,6", "c,x,,,6,", "d,y,,,6,");

        assertThat(matcher.table().values(0, "phones")).containsExactly("5");
        assertThat(matcher.table().values(2, "phones")).isEmpty();
        assertThat(told(matcher.explain(0, 1))).isEqualTo("name exact 9; id missing 0; phone exact 5; 8 JOIN");
        assertThat(told(matcher.explain(2, 3)))
                .isEqualTo("name edit-distance 1 2; id missing 0; phone common 0; -4 APART");
    }

    @Test
    void aRareNameIsWorthMoreThanACommonOne() {
        String terms = MODEL.replace("{is: exact, m: 0.512, u: 0.001}", "{is: exact, m: 0.512, u: 0.25, terms: true}");
        Matcher matcher = with(
                terms,
                "a,anna,,,,",
                "b,anna,,,,",
                "c,anna,,,,",
                "d,anna,,,,",
                "e,x,,,,",
                "f,x,,,,",
                "g,y,,,,",
                "h,z,,,,");

        WeightBreakdown common = matcher.explain(0, 1);
        WeightBreakdown rare = matcher.explain(4, 5);

        assertThat(common.steps().getFirst().rarity()).isCloseTo(-1, within(1e-9));
        assertThat(rare.steps().getFirst().rarity()).isCloseTo(0, within(1e-9));
        assertThat(rare.steps().getFirst().bits())
                .isEqualTo(common.steps().getFirst().bits());
    }

    @Test
    void twoFieldsThatChangedPlacesMustFitBothWaysRound() {
        String swapped = FIELDS + """
                comparisons:
                  name:
                    levels:
                      - {is: exact, with: former, both: true, called: swapped, m: 0.5, u: 0.1}
                      - {is: exact, with: former, m: 0.3, u: 0.2}
                      - {is: else, m: 0.2, u: 0.7}
                prior: 0.1
                """;
        Matcher matcher = with(swapped, "a,anna,berta,,,", "b,berta,anna,,,", "c,berta,clara,,,");

        assertThat(told(matcher.explain(0, 1))).startsWith("name swapped 2");
        assertThat(told(matcher.explain(0, 2))).startsWith("name exact with former 1");
    }

    @Test
    void onlyPairsWithAFreshRowAreCompared() {
        Matcher matcher = matcher("a,anna,,1,,", "b,anna,,1,,", "c,anna,,1,,");
        BitSet fresh = new BitSet();
        fresh.set(2);

        assertThat(People.pairs(matcher, matcher.pairs(fresh, 0, looked -> {}))).containsExactly("a+c", "b+c");
    }

    @Test
    void aModelWithoutWeightsCannotWeigh() {
        Matcher matcher = with(FIELDS + "comparisons:\n  name: {levels: [exact]}\n", "a,anna,,,,", "b,anna,,,,");

        assertThatThrownBy(matcher::pairs).hasMessageEndingWith("the weights are not learned yet");
    }

    @Test
    void betweenTwoSourcesOnlyPairsAcrossAreCompared() {
        LinkModel model = People.model(MODEL.replace("version: 1", "version: 1\nlink: across"));
        PeopleTable table = People.table(model, List.of(List.of("a,anna,,1,,", "b,anna,,1,,"), List.of("c,anna,,1,,")));

        assertThat(People.pairs(Matcher.of(model, table, 1))).containsExactly("a+c", "b+c");
    }
}
