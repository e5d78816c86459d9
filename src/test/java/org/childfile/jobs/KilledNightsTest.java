package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.childfile.database.DatabaseAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Nights whose process is killed ({@code kill -9}), wherever it is, and started again: as if nothing had happened. */
class KilledNightsTest {

    /** Where a night is killed, and the stages that have ended by then. */
    private enum Point {
        /** The first pages have come. */
        PULL("", "civil-affairs"),
        /** Other feeds are mapped, or about to be. */
        MAP("pull", """
                insert into mapping.feed_mapping (feed, digest) values ('health', '')
                on conflict (feed) do update set digest = feed_mapping.digest"""),
        LINK_CHILDREN("pull, map, conserve", "lock table linkage.membership in exclusive mode"),
        MERGE_CHILDREN("pull, map, conserve, link children", "lock table versions.child_version in exclusive mode"),
        /** On a second night, when the volunteers of the first stand there. */
        LINK_VOLUNTEERS("pull, map, conserve, link children, merge children", """
                select from linkage.membership m join mapping.source_record r using (record_id)
                where r.population = 'volunteer' for update of m"""),
        MERGE_VOLUNTEERS(
                "pull, map, conserve, link children, merge children, link volunteers",
                "lock table versions.volunteer_version in exclusive mode");

        private final String ended;
        private final String where;

        Point(String ended, String where) {
            this.ended = ended;
            this.where = where;
        }

        void kill(Nights nights, int night) {
            Standstill standstill = this == PULL
                    ? Standstill.atDepartment(nights.departments(), where, 3)
                    : Standstill.atDatabase(nights.address(), where);
            nights.departments().night(night);
            NightProcess.killedAt(standstill, nights, night);
            assertThat(nights.books().texts("""
                    select coalesce(string_agg(s.stage, ', ' order by s.ended), '')
                    from (select * from ops.run order by started desc limit 1) r
                    left join ops.stage s using (run_id) where r.state = 'running'""")).containsExactly(ended);
        }
    }

    /** What there is after a run: what it counted, everything published with its history, and the rows of each table. */
    private record Outcome(
            String run, Map<String, String> pulls, Map<String, List<String>> history, Map<String, Long> rows) {

        static Outcome of(Nights nights, Run run) {
            Map<String, String> pulls = new TreeMap<>();
            nights.books().pulls(run).forEach((feed, pull) -> pulls.put(feed, pull.line()));
            return new Outcome(
                    run.runId() + " " + run.state(),
                    pulls,
                    nights.books().history(),
                    nights.books().rowCounts());
        }
    }

    /** Two nights that nothing disturbs. */
    private record Undisturbed(Outcome first, DatabaseAddress afterFirst, Outcome second) {
        private static final Undisturbed NIGHTS = of(Nights.shared().empty());

        private static Undisturbed of(Nights nights) {
            Outcome first = Outcome.of(nights, nights.run(1));
            DatabaseAddress kept = nights.keep();
            return new Undisturbed(first, kept, Outcome.of(nights, nights.run(2)));
        }
    }

    private final Undisturbed undisturbed = Undisturbed.NIGHTS;

    @ParameterizedTest
    @EnumSource(
            value = Point.class,
            mode = Mode.EXCLUDE,
            names = {"LINK_VOLUNTEERS", "MERGE_VOLUNTEERS"})
    void aNightThatIsKilledInOneStepEndsAsAnUndisturbedOne(Point point) {
        Nights nights = Nights.shared().empty();
        point.kill(nights, 1);
        assertEnds(nights, 1, undisturbed.first());
    }

    @Test
    void aNightThatIsKilledInOneStepAfterAnotherEndsAsAnUndisturbedOne() {
        Nights nights = Nights.shared().from(undisturbed.afterFirst());
        for (Point point : List.of(Point.PULL, Point.MAP, Point.LINK_VOLUNTEERS, Point.MERGE_VOLUNTEERS)) {
            point.kill(nights, 2);
        }
        assertEnds(nights, 2, undisturbed.second());
    }

    private static void assertEnds(Nights nights, int night, Outcome expected) {
        Run run = nights.run(night);
        Outcome outcome = Outcome.of(nights, run);
        assertThat(nights.books().lost(run)).isEmpty();
        assertThat(outcome.run()).isEqualTo(expected.run());
        assertThat(outcome.pulls()).isEqualTo(expected.pulls());
        assertThat(Books.differences(expected.history(), outcome.history())).isEmpty();
        assertThat(outcome.rows()).isEqualTo(expected.rows());
    }
}
