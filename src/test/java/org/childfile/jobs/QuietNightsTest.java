package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nights on which every department answers as it should. */
class QuietNightsTest {

    private final Nights nights = Nights.shared().empty();

    @Test
    void theFirstNightTakesInAllThatTheDepartmentsHold() {
        Run run = nights.run(1);
        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(nights.books().lost(run)).isEmpty();
        assertThat(pulls(run))
                .containsExactly(
                        "care-records ok, 75 new",
                        "civil-affairs ok, 34 new",
                        "education ok, 113 new, 1 duplicates",
                        "health ok, 140 new",
                        "medical-insurance ok, 130 new, 1 quarantined",
                        "pairings ok, 13 new",
                        "political-legal ok, 10 new, 1 duplicates",
                        "public-security ok, 144 new",
                        "volunteers ok, 52 new");
        assertThat(nights.books().pull(run, "civil-affairs").pulled())
                .isEqualTo(nights.world().lines(1, "civil-affairs.ndjson").size());
        assertThat(nights.books().pull(run, "public-security").pulled())
                .isEqualTo(nights.world().lines(1, "public-security.xml").size());
        assertThat(nights.books().pull(run, "volunteers").pulled())
                .isEqualTo(nights.world().lines(1, "volunteers.csv").size() - 1);
    }

    @Test
    void theSameInputAgainChangesNothing() {
        nights.run(1);
        Map<String, List<String>> history = nights.books().history();
        Map<String, Long> rows = nights.books().rowCounts();

        Run again = nights.run(1);

        assertThat(again.state()).isEqualTo(Run.State.DONE);
        assertThat(nights.books().lost(again)).isEmpty();
        assertThat(nights.books().pulls(again).values())
                .allMatch(pull -> pull.fresh() == 0 && pull.changed() == 0 && pull.withdrawn() == 0);
        assertThat(Books.differences(history, nights.books().history())).isEmpty();
        // What was set aside when it was landed is kept with each pull that brings it again.
        rows.merge("landing.record", 1L, Long::sum);
        assertThat(nights.books().rowCounts()).isEqualTo(rows);
    }

    @Test
    void theSecondNightBringsOnlyWhatIsNew() {
        nights.run(1);
        Run run = nights.run(2);
        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(nights.books().lost(run)).isEmpty();
        assertThat(pulls(run))
                .containsExactly(
                        "care-records ok, 1 new, 1 unchanged",
                        "civil-affairs ok, 34 unchanged",
                        "education ok, 1 new, 113 unchanged, 1 duplicates",
                        "health ok, 2 changed",
                        "medical-insurance ok, 1 changed, 129 unchanged, 1 quarantined",
                        "pairings ok, 1 new, 13 unchanged",
                        "political-legal ok, 10 unchanged, 1 duplicates",
                        "public-security ok, 1 changed, 1 unchanged",
                        "volunteers ok, 2 changed, 50 unchanged");
    }

    private List<String> pulls(Run run) {
        return nights.books().pulls(run).values().stream()
                .map(pull -> pull.feed() + " " + pull.line())
                .toList();
    }
}
