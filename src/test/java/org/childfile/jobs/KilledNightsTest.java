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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

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
        LINK_CHILDREN("pull, map, reconcile", "lock table linkage.membership in exclusive mode"),
        MERGE_CHILDREN("pull, map, reconcile, link children", "lock table versions.child_version in exclusive mode"),
        /** On a second night, when the volunteers of the first stand there. */
        LINK_VOLUNTEERS("pull, map, reconcile, link children, merge children", """
                select from linkage.membership m join mapping.source_record r using (record_id)
                where r.population = 'volunteer' for update of m"""),
        MERGE_VOLUNTEERS(
                "pull, map, reconcile, link children, merge children, link volunteers",
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

    /** Whatever the start of a night is about to write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ops.run",
                "batch.batch_job_instance",
                "batch.batch_job_execution",
                "batch.batch_job_execution_context",
                "batch.batch_step_execution"
            })
    void aNightThatIsKilledWhileItStartsCanBeStartedAgain(String table) {
        Nights nights = Nights.shared().empty();
        nights.departments().night(1);
        NightProcess.killedAt(
                Standstill.atDatabase(nights.address(), "lock table " + table + " in exclusive mode"), nights, 1);
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

    /** What a killed process was sending waits until its lease ends; what was sent stays sent, and nothing is counted twice. */
    @Test
    void whoIsKilledWhileItSendsAsksADepartmentOnceForEachChild() {
        Nights nights = Nights.shared().from(undisturbed.afterFirst());
        nights.departments().night(2);
        nights.wakeups().send();
        int calls = 4;
        int counted = nights.departments().applications("education");
        long before = receipts(nights);
        note(nights, calls);
        // The department has the second one and the answer is lost; then, while it is asked how they stand.
        for (int request : List.of(2, calls + 1)) {
            NightProcess.killedAt(Standstill.atApplications(nights.departments(), "education", request), nights, 2);
            JdbcClient.create(nights.database())
                    .sql(
                            "update wakeup.application set leased_until = now() - interval '1 second' where lease is not null")
                    .update();
        }
        nights.departments().behave();
        nights.wakeups().send();
        assertThat(nights.departments().applications("education") - counted).isEqualTo(calls);
        assertThat(receipts(nights) - before).isEqualTo(calls);
    }

    private static long receipts(Nights nights) {
        return nights.books()
                .count("select count(distinct receipt) from wakeup.application where template = 'education-help'");
    }

    /** As if the app in the field had noted that so many children need help with school, none of whom was called for before. */
    private static void note(Nights nights, int calls) {
        assertThat(JdbcClient.create(nights.database())
                        .sql("""
                        update mapping.source_record r
                        set attributes = (r.attributes::jsonb || '{"problem": "SCHOOLING"}')::json
                        from (select min(c.record_id) as record_id
                              from mapping.source_record c
                              join pairing.pairing p on p.pairing_id = c.attributes ->> 'pairing_number'
                              join versions.child_version v on v.person_id = p.child_id and v.superseded_at is null
                              where c.population = 'care' and v.valid_to is null and v.feeds @> '{education}'
                                and not exists (select from wakeup.wakeup w where w.child_id = p.child_id)
                              group by p.child_id order by 1 limit :calls) n
                        where r.record_id = n.record_id""")
                        .param("calls", calls)
                        .update())
                .isEqualTo(calls);
    }

    @Test
    void whatIsKeptBetweenTwoAttemptsIsJson() {
        Nights nights = Nights.shared().empty();
        Point.MAP.kill(nights, 1);
        String contexts =
                "select short_context || coalesce(serialized_context, '') from batch.batch_%s_execution_context";
        for (String of : List.of("job", "step")) {
            assertThat(nights.books().texts(contexts.formatted(of)))
                    .isNotEmpty()
                    .allSatisfy(context -> assertThat(
                                    JsonMapper.shared().readTree(context).isObject())
                            .isTrue());
        }
        assertEnds(nights, 1, undisturbed.first());
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
