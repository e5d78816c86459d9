package org.childfile.files.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Collectors;
import org.childfile.files.identity.Explanation.Contribution;
import org.childfile.files.identity.Explanation.Outcome;
import org.childfile.files.identity.SideBySide.Mark;
import org.childfile.kernel.SourceKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private static final String HOME = "; birth 2015-03-07; home 500101001001; father 张伟";
    private static final TestLinkage LINKAGE = TestLinkage.fresh();
    private final Explainer explainer = new Explainer(LINKAGE.dataSource(), LINKAGE.keys(), Linking.MODELS);

    @BeforeEach
    void tell() {
        LINKAGE.clear();
        LINKAGE.tell("a/1", "name 张子涵; sex 2; id 50010120150307002" + HOME);
        LINKAGE.tell("b/1", "name 张子涵; sex 2; birth 2015-07-03; home 500101001001; father 张伟");
        LINKAGE.tell("c/1", "name 张子涵; birth 2015-03-07; home 500101001001; id 50010120150307004");
        LINKAGE.tell("d/1", "name 王鹏; birth 2012-10-30");
        LINKAGE.link("one");
    }

    @Test
    void twoRecordsAreExplainedByEachComparison() {
        RecordPair pair = pair("a/1", "b/1");

        assertThat(pair.together()).isTrue();
        assertThat(pair.explanation().contributions().stream()
                        .map(part -> "%s %s %.1f".formatted(part.comparison(), part.level(), part.bits()))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        name exact 14.7
                        birth day-month-swapped 5.0
                        sex exact 1.0
                        feed else 0.3
                        father exact 9.8
                        place same-village 10.7""");
        assertThat(pair.explanation().prior()
                        + pair.explanation().contributions().stream()
                                .mapToDouble(Contribution::bits)
                                .sum())
                .isCloseTo(pair.explanation().total(), within(1e-9));
        assertThat(pair.explanation().outcome()).isEqualTo(Outcome.JOIN);
        assertThat(pair.values().rows())
                .extracting(row -> row.attribute().name() + " " + row.mark())
                .containsExactly(
                        "name " + Mark.SAME,
                        "sex " + Mark.SAME,
                        "birth_date " + Mark.NEAR,
                        "id_number " + Mark.UNKNOWN,
                        "residence_division " + Mark.SAME,
                        "father_name " + Mark.SAME);
    }

    @Test
    void aVetoIsToldWithWhatElseAgrees() {
        Explanation explanation = pair("a/1", "c/1").explanation();

        assertThat(explanation.veto()).isEqualTo("another id");
        assertThat(explanation.outcome()).isEqualTo(Outcome.VETO);
        assertThat(explanation.total()).isCloseTo(12.4, within(0.1));
    }

    @Test
    void whatAPersonSaidStandsAboveTheRules() {
        LINKAGE.say("a/1 = c/1");

        assertThat(pair("c/1", "a/1").explanation().outcome()).isEqualTo(Outcome.SAID_SAME);
        assertThat(explainer
                        .blind(SourceKey.parse("a/1"), SourceKey.parse("c/1"))
                        .orElseThrow())
                .satisfies(blind -> {
                    assertThat(blind.explanation().verdict()).isNull();
                    assertThat(blind.left()).isNull();
                    assertThat(blind.together()).isFalse();
                });
    }

    @Test
    void aPersonIsExplainedByWhatHoldsEachRecordAndWhatComesNear() {
        PersonExplanation person = explainer.person(LINKAGE.person("a/1")).orElseThrow();

        assertThat(person.records())
                .extracting(held -> held.record() + " " + held.by() + " " + held.byPerson())
                .containsExactly("a/1 b/1 false", "b/1 a/1 false");
        assertThat(person.nearMisses())
                .extracting(near -> near.record() + " " + near.other() + " "
                        + near.explanation().outcome())
                .containsExactly("b/1 c/1 JOIN");
    }

    @Test
    void aRetiredIdIsExplainedByThePersonItWentInto() {
        String retired = LINKAGE.person("d/1");
        LINKAGE.say("a/1 = d/1");
        LINKAGE.link("two");

        PersonExplanation person = explainer.person(retired).orElseThrow();
        assertThat(person.personId()).isEqualTo(LINKAGE.person("a/1"));
        assertThat(person.records())
                .extracting(held -> held.record() + " " + held.by() + " " + held.byPerson())
                .containsExactly("a/1 d/1 true", "b/1 a/1 false", "d/1 a/1 true");
    }

    @Test
    void whatIsNotThereCannotBeExplained() {
        assertThat(explainer.pair(SourceKey.parse("a/1"), SourceKey.parse("x/1")))
                .isEmpty();
        assertThat(explainer.person("C00000000-0000-7000-8000-000000000000")).isEmpty();
    }

    private RecordPair pair(String a, String b) {
        return explainer.pair(SourceKey.parse(a), SourceKey.parse(b)).orElseThrow();
    }
}
