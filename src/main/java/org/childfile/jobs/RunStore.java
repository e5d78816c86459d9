package org.childfile.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.database.SqlFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code ops.run} and {@code ops.stage}. */
final class RunStore {

    private final JdbcClient jdbc;

    RunStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    Optional<Run> find(String run) {
        return jdbc.sql("select * from ops.run where run_id = :run")
                .param("run", run)
                .query(RunStore::run)
                .optional();
    }

    /** The run of a day that did not come to its end. */
    Optional<Run> unfinished(Run.Kind kind, LocalDate day) {
        return jdbc.sql("""
                        select * from ops.run
                        where kind = :kind and day = :day and state in ('running', 'failed')
                        order by started desc limit 1""")
                .param("kind", kind.written())
                .param("day", day)
                .query(RunStore::run)
                .optional();
    }

    /** A new run, named by its day and a number: {@code 20261122-1}. */
    Run create(Run.Kind kind, LocalDate day) {
        String prefix = day.toString().replace("-", "") + "-";
        int number = jdbc.sql("select count(*) + 1 from ops.run where day = :day")
                .param("day", day)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into ops.run (run_id, kind, day, state, attempt, started)
                        values (:run, :kind, :day, 'running', 1, now())""")
                .param("run", prefix + number)
                .param("kind", kind.written())
                .param("day", day)
                .update();
        return find(prefix + number).orElseThrow();
    }

    /** The stream run of a day; it is made where there is none, and goes on where there is one. */
    Run stream(LocalDate day) {
        Run run = jdbc.sql("select * from ops.run where kind = 'stream' and day = :day")
                .param("day", day)
                .query(RunStore::run)
                .optional()
                .orElseGet(() -> create(Run.Kind.STREAM, day));
        begin(run.runId(), run.attempt());
        return run;
    }

    /** Whether a night ever came to its end: before, there are no files that could change. */
    boolean anyNight() {
        return jdbc.sql("select exists (select from ops.run where kind = 'nightly' and state in ('done', 'attention'))")
                .query(Boolean.class)
                .single();
    }

    /** Whether a stream run goes on, as its process said not long ago. */
    boolean streaming() {
        return jdbc.sql("""
                        select exists (select from ops.run where kind = 'stream' and state = 'running'
                                       and alive > clock_timestamp() - interval '1 minute')""").query(Boolean.class).single();
    }

    /**
     * Ends a round of a stream run.
     *
     * @param count whether whole tables are counted, for the report
     */
    void endRound(String run, Run.State state, String message, boolean count) {
        jdbc.sql(SqlFiles.read("jobs/end-round"))
                .param("run", run)
                .param("count", count)
                .param("state", state.written())
                .param("message", message.isEmpty() ? null : message)
                .update();
    }

    /** Adds what a stage of a stream run did in one round to what it did before. */
    void addStage(String run, String stage, long records, double seconds) {
        jdbc.sql("""
                        insert into ops.stage as s (run_id, stage, records, seconds)
                        values (:run, :stage, :records, :seconds)
                        on conflict (run_id, stage) do update
                        set records = s.records + excluded.records, seconds = s.seconds + excluded.seconds,
                            ended = excluded.ended""")
                .param("run", run)
                .param("stage", stage)
                .param("records", records)
                .param("seconds", seconds)
                .update();
    }

    /** Where the conservation law is broken in some pulls of a stream run; none is as it must be. */
    List<String> lost(Collection<Long> pulls) {
        return jdbc.sql(SqlFiles.read("jobs/conservation-of-pulls"))
                .param("pulls", pulls.toArray(Long[]::new))
                .query(String.class)
                .list();
    }

    /** The latest day to which any run brought what it writes; the given one where none is later. */
    LocalDate newestDay(LocalDate day) {
        return jdbc.sql("""
                        select greatest(:day::date, max(r.day)) from ops.run r
                        where exists (select from ops.stage s where s.run_id = r.run_id)""").param("day", day).query(LocalDate.class).single();
    }

    /** Runs that a killed process left as running, other than the given one, did not come to their end. */
    void closeAbandoned(String but) {
        jdbc.sql("""
                        update ops.run set state = 'failed', ended = now(),
                          worked = worked + coalesce(extract(epoch from alive - resumed), 0),
                          message = 'its process ended before it did; what it left is worked off by the next run'
                        where state = 'running' and run_id <> :run""").param("run", but).update();
    }

    void begin(String run, int attempt) {
        // Of a process that was killed its last sign of life counts.
        jdbc.sql("""
                        update ops.run
                        set worked = worked + case when state = 'running'
                                then coalesce(extract(epoch from alive - resumed), 0) else 0 end,
                            state = 'running', attempt = :attempt, ended = null, message = null,
                            resumed = clock_timestamp(), alive = clock_timestamp()
                        where run_id = :run""").param("run", run).param("attempt", attempt).update();
    }

    /** Says that a run lives. */
    void alive(String run) {
        jdbc.sql("update ops.run set alive = clock_timestamp() where run_id = :run and state = 'running'")
                .param("run", run)
                .update();
    }

    void end(String run, Run.State state, String message) {
        jdbc.sql(SqlFiles.read("jobs/end-run"))
                .param("run", run)
                .param("state", state.written())
                .param("message", message.isEmpty() ? null : message)
                .update();
    }

    /** The id under which a person lives now; empty for one that was never given. */
    Optional<String> livesAs(String person) {
        return jdbc.sql("select mart.current_id(:person)")
                .param("person", person)
                .query(String.class)
                .optional();
    }

    void stage(String run, String stage, long records, double seconds) {
        jdbc.sql("""
                        insert into ops.stage as s (run_id, stage, records, seconds)
                        values (:run, :stage, :records, :seconds)
                        on conflict (run_id, stage) do update
                        set records = excluded.records, seconds = excluded.seconds, ended = excluded.ended""")
                .param("run", run)
                .param("stage", stage)
                .param("records", records)
                .param("seconds", seconds)
                .update();
    }

    /** Feeds whose last pull, in a run or by the schedule before it, is not in force, each with its state. */
    List<String> feedsInNeed(String run) {
        return jdbc.sql("""
                        select feed || ' ' || state from (
                            select distinct on (feed) feed, state from ops.pull where run_id = :run or run_id is null
                            order by feed, pull_id desc) last
                        where state <> 'ok' order by feed""").param("run", run).query(String.class).list();
    }

    /** Breaches of which a deadline passed, and assessments that were to be looked at again, each with one word. */
    List<String> overdueSteps() {
        return jdbc.sql("""
                        select distinct matter_id || ' ' || sort || '-overdue' from ops.compliance_step
                        where state = 'overdue' order by 1""").query(String.class).list();
    }

    /** Of each feed, how many of its records in force were mapped in vain. */
    List<RefusedShare> inForce() {
        return jdbc.sql("""
            select feed, count(*) as records, count(*) filter (where quarantined) as refused
            from landing.current where not withdrawn group by feed""").query(RefusedShare.class).list();
    }

    /** How many records and persons are set aside, by the step that could not work on them. */
    List<String> setAside() {
        return jdbc.sql("""
                        select 'set-aside ' || stage || ' ' || count(*) from setaside.item
                        where resolved is null group by stage order by stage""").query(String.class).list();
    }

    /** Feeds of which something is set aside, or of whose pull in a run something is in quarantine: a mended source is worth fetching. */
    List<String> feedsToMend(String run) {
        return jdbc.sql(SqlFiles.read("jobs/feeds-to-mend"))
                .param("run", run)
                .query(String.class)
                .list();
    }

    /** Since when a feed's data stand: the end of its last good pull. */
    Optional<OffsetDateTime> lastGood(String feed) {
        return jdbc.sql(
                        "select max(ended) from landing.pull where feed = :feed and state = 'landed' and stream is distinct from 'push'")
                .param("feed", feed)
                .query(OffsetDateTime.class)
                .optional();
    }

    /** Where the conservation law is broken: one line a pull; none is as it must be. */
    List<String> lost(String run) {
        return jdbc.sql(SqlFiles.read("jobs/conservation"))
                .param("run", run)
                .query(String.class)
                .list();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getString("run_id"),
                Run.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("day", LocalDate.class),
                Run.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempt"),
                row.getObject("started", OffsetDateTime.class));
    }
}
