package org.childfile.files.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.childfile.files.identity.Verdict.Kind;
import org.childfile.files.identity.Verdicts.Outcome;
import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.SourceKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerdictsTest {

    private static final TestLinkage LINKAGE = TestLinkage.fresh();
    private final Verdicts verdicts = LINKAGE.verdicts();

    @BeforeEach
    void tellTwoChildren() {
        LINKAGE.clear();
        LINKAGE.tell("a/1", "name 张子涵; birth 2015-03-07");
        LINKAGE.tell("b/1", "name 王鹏; birth 2012-10-30");
        LINKAGE.tell("c/1", "name 李娜; birth 2013-11-21");
        LINKAGE.link("one");
    }

    @Test
    void aVerdictTakesEffectThoughNoRecordChanged() {
        LINKAGE.say("b/1 = a/1");

        assertThat(LINKAGE.link("two").persons()).isEqualTo(1);
        assertThat(LINKAGE.persons()).isEqualTo("a/1 b/1\nc/1");
        assertThat(LINKAGE.texts("select decided_by from mart.membership order by feed"))
                .containsExactly("person", "person", "rule");
        assertThat(LINKAGE.link("three")).isEqualTo(new LinkageReport(0, 0, 0, 0, 0));
    }

    /** The run read it, it was undone, the run ends: the next one decides anew. */
    @Test
    void whatIsUndoneWhileARunDecidesIsDecidedByTheNext() {
        VerdictStore store = new VerdictStore(LINKAGE.dataSource(), LINKAGE.keys());
        LINKAGE.say("a/1 = b/1");
        List<VerdictStore.Reopened> read = store.reopened(Population.CHILD);
        verdicts.undo(read.getFirst().verdict().number(), "li", "a slip");
        store.close(read);

        assertThat(store.reopened(Population.CHILD))
                .extracting(each -> each.verdict().undone())
                .singleElement()
                .isNotNull();
        store.close(store.reopened(Population.CHILD));
        assertThat(store.reopened(Population.CHILD)).isEmpty();
    }

    @Test
    void noLaterRunUndoesAVerdict() {
        LINKAGE.say("a/1 = b/1");
        LINKAGE.link("two");
        LINKAGE.tell("a/1", "name 张子涵; birth 2015-03-07; id 50010120150307002");
        LINKAGE.tell("b/1", "name 王鹏; birth 2012-10-30; id 50010320121030003");
        LINKAGE.link("three");

        assertThat(LINKAGE.persons()).isEqualTo("a/1 b/1\nc/1");
    }

    @Test
    void aVerdictAboutARecordThatIsNotThereYetWaitsForIt() {
        assertThat(LINKAGE.say("a/1 = d/1")).isInstanceOf(Outcome.Said.class);
        LINKAGE.link("two");
        assertThat(LINKAGE.persons()).isEqualTo("a/1\nb/1\nc/1");
        LINKAGE.tell("d/1", "name 赵磊; birth 2010-01-02");
        LINKAGE.link("three");

        assertThat(LINKAGE.persons()).isEqualTo("a/1 d/1\nb/1\nc/1");
    }

    @Test
    void twoAreOneThroughARecordThatIsGone() {
        LINKAGE.say("a/1 = x/1");
        LINKAGE.say("b/1 = x/1");
        LINKAGE.link("two");

        assertThat(LINKAGE.persons()).isEqualTo("a/1 b/1\nc/1");
    }

    @Test
    void theOppositeOfWhatIsInForceIsRefusedUntilThatIsUndone() {
        Outcome said = LINKAGE.say("a/1 = b/1");
        assertThat(LINKAGE.say("b/1 = a/1")).isInstanceOf(Outcome.SaidBefore.class);
        assertThat(LINKAGE.say("b/1 ! a/1")).isInstanceOf(Outcome.Contradicts.class);
        assertThat(((Outcome.Said) said).verdict().number()).isEqualTo(1);

        assertThat(verdicts.undo(1, "li", "a slip")).isPresent();
        assertThat(verdicts.undo(1, "li", "a slip")).isEmpty();
        assertThat(LINKAGE.say("b/1 ! a/1")).isInstanceOf(Outcome.Said.class);
        assertThat(verdicts.latest(10)).hasSize(2).last().satisfies(first -> {
            assertThat(first.kind()).isEqualTo(Kind.SAME);
            assertThat(first.undone())
                    .isNotNull()
                    .satisfies(undone -> assertThat(undone.reason()).isEqualTo("a slip"));
        });
    }

    @Test
    void aChainThatContradictsAnOlderVerdictIsAskedAboutUntilOneIsUndone() {
        LINKAGE.say("a/1 ! c/1");
        LINKAGE.say("a/1 = b/1");
        LINKAGE.say("b/1 = c/1");
        LINKAGE.link("two");
        assertThat(LINKAGE.persons()).isEqualTo("a/1 b/1\nc/1");
        assertThat(new ReviewQueue(LINKAGE.dataSource(), LINKAGE.keys()).list(10))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.reason()).isEqualTo("conflicting verdicts");
                    assertThat(entry.conflict()).isTrue();
                    assertThat(List.of(entry.a(), entry.b()))
                            .containsExactly(new SourceKey("b", "1"), new SourceKey("c", "1"));
                });

        verdicts.undo(1, "li", "a slip");
        LINKAGE.link("three");
        assertThat(LINKAGE.persons()).isEqualTo("a/1 b/1 c/1");
        assertThat(LINKAGE.review()).isEmpty();
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(LINKAGE.say("a/1 = a/1")).isInstanceOf(Outcome.NotComparable.class);
        assertThat(LINKAGE.say("x/1 = x/2")).isInstanceOf(Outcome.NoSuchRecord.class);
        LINKAGE.jdbc()
                .sql("update mapping.source_record set population = 'volunteer' where feed = 'c'")
                .update();
        assertThat(LINKAGE.say("a/1 = c/1")).isInstanceOf(Outcome.NotComparable.class);
    }

    @Test
    void theDatabaseItselfKeepsVerdicts() {
        LINKAGE.say("a/1 = b/1");

        for (String sql : List.of(
                "delete from linkage.verdict",
                "update linkage.verdict set kind = 'different'",
                "update linkage.verdict set undone_at = now(), undone_by = 'x', undo_reason = 'x', actor = 'x'")) {
            assertThatThrownBy(() -> LINKAGE.jdbc().sql(sql).update())
                    .hasMessageContaining("a verdict is never changed or deleted; it can be undone once");
        }
    }

    @Test
    void aSecondReviewerIsAskedOnceAndDecidesNothing() {
        LINKAGE.say("a/1 = b/1");
        LINKAGE.say("a/1 ! c/1");

        assertThat(verdicts.toSecond("wang", 10)).isEmpty();
        assertThat(verdicts.toSecond("li", 10)).hasSize(2);
        assertThat(verdicts.second(1, Kind.SAME, "li", "looks so")).isTrue();
        assertThat(verdicts.second(1, Kind.SAME, "li", "looks so")).isFalse();
        assertThat(verdicts.second(1, Kind.SAME, "wang", "looks so")).isFalse();
        assertThat(verdicts.second(2, Kind.SAME, "li", "looks so")).isTrue();
        assertThat(verdicts.toSecond("li", 10)).isEmpty();
        assertThat(verdicts.agreement()).isEqualTo(new ReviewerAgreement(2, 1, OptionalDouble.of(0), List.of(2L)));

        LINKAGE.link("two");
        assertThat(LINKAGE.persons()).isEqualTo("a/1 b/1\nc/1");
    }
}
