package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.childfile.lab.registers.LinkageScore;
import org.childfile.lab.world.WorldPlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nights of a world that is large enough for records to be changed, withdrawn and late; and the second again. */
@SuppressWarnings("NullAway.Init")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondNightTest {

    private static Nights nights;
    private static Run second;

    @BeforeAll
    static void runBothNights() {
        nights = Nights.start(TestWorld.of(WorldPlan.of(700, 38)), TestFiles.connectors(), TestFiles.mappings());
        nights.run(1);
        second = nights.run(2);
    }

    @AfterAll
    static void close() {
        nights.close();
    }

    /** As a program of a few lines that knows nothing of this one counts them in the files of the two nights. */
    @Test
    @Order(1)
    void whatWasChangedWithdrawnAndLateIsCountedRight() {
        assertThat(second.state()).isEqualTo(Run.State.DONE);
        assertThat(nights.books().lost(second)).isEmpty();
        assertThat(nights.books().pulls(second).values().stream()
                        .map(pull -> pull.feed() + " " + pull.line())
                        .toList())
                .containsExactly(
                        "care-records ok, 9 new, 1 unchanged",
                        "civil-affairs ok, 1 new, 4 changed, 166 unchanged, 1 withdrawn",
                        "education ok, 1 new, 10 changed, 484 unchanged, 1 quarantined, 3 duplicates",
                        "health ok, 2 new, 6 changed",
                        "medical-insurance ok, 1 new, 5 changed, 630 unchanged, 4 quarantined, 1 duplicates",
                        "pairings ok, 2 new, 1 changed, 96 unchanged",
                        "political-legal ok, 68 unchanged, 1 duplicates",
                        "public-security ok, 2 new, 2 changed, 1 unchanged, 1 withdrawn",
                        "volunteers ok, 3 changed, 249 unchanged");
    }

    @Test
    @Order(2)
    void aRecordThatItsDepartmentNoLongerSendsIsWithdrawn() {
        assertThat(
                        nights.books()
                                .texts(
                                        "select feed || ' ' || source_key from mapping.source_record where withdrawn order by 1"))
                .containsExactly("civil-affairs KJ500118000023", "public-security 500242201406042678");
    }

    @Test
    @Order(3)
    void theWorldIsLinkedAsTheTruthSays() {
        LinkageScore score = LinkageScore.ofRows(
                nights.world().dir(),
                nights.books().texts("select feed || '/' || source_key || '=' || person_id from mart.membership"));
        assertThat(score.unknown()).isEmpty();
        assertThat(score.precision()).as("precision of %s", score).isGreaterThanOrEqualTo(0.999);
        assertThat(score.recall()).as("recall of %s", score).isGreaterThanOrEqualTo(0.97);
        assertThat(score.mergedTwins()).isEmpty();
    }

    @Test
    @Order(4)
    void theSecondNightAgainOnTheSameDayWritesNothingButWhatItPulled() {
        Map<String, String> before = contents();
        long pulls = nights.books().count("select max(pull_id) from landing.pull");

        Run again = nights.run(2);

        assertThat(again.runId()).isEqualTo("20251122-2");
        assertThat(again.state()).isEqualTo(Run.State.DONE);
        assertThat(contents()).isEqualTo(before);
        assertThat(nights.books()
                        .count("select sum(new + changed + withdrawn) from ops.pull where run_id = '20251122-2'"))
                .isZero();
        assertThat(nights.books().count("select coalesce(versions, -1) from ops.run where run_id = '20251122-2'"))
                .isZero();
        // What cannot be used as it came is kept with each pull that brings it, and so is the workbook.
        assertThat(nights.books()
                        .count("select count(*) from landing.record where reason is null and pull_id > " + pulls))
                .isZero();
        assertThat(nights.books().texts("select distinct feed from landing.document join landing.pull using (pull_id)"))
                .containsExactly("political-legal");
    }

    /** All that there is, but for the pulls themselves. */
    private static Map<String, String> contents() {
        Map<String, String> contents = nights.contents("landing", "mapping", "linkage", "versions");
        contents.keySet().removeIf(table -> table.matches("landing\\.(pull|record|document)"));
        return contents;
    }
}
