package org.childfile.landing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.database.CopyWriter;
import org.childfile.database.SqlFiles;
import org.childfile.landing.PullReport.Counts;
import org.childfile.landing.PullReport.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** The tables of the landing zone. Every method runs in its caller's transaction. */
final class LandingStore {

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    LandingStore(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The caller's connection, with an empty table for what comes in. */
    Connection prepare(String feed) {
        FeedLock.take(jdbc, feed);
        jdbc.sql(SqlFiles.read("landing/incoming")).update();
        return DataSourceUtils.getConnection(dataSource);
    }

    static CopyWriter incoming(Connection connection) {
        return CopyWriter.into(
                connection,
                "incoming",
                "seq",
                "place",
                "key",
                "hash",
                "updated",
                "deletion",
                "content",
                "reason",
                "field",
                "text");
    }

    void analyzeIncoming() {
        jdbc.sql("analyze incoming").update();
    }

    /** Goes back to a savepoint, which leaves the table for what comes in empty again. */
    static void undo(Connection connection, Savepoint savepoint) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException e) {
            throw new IllegalStateException("the transaction cannot go on after a failed pull", e);
        }
    }

    Optional<String> watermark(String feed) {
        return jdbc.sql("""
                        select watermark from landing.pull
                        where feed = :feed and state = 'landed' and watermark is not null
                        order by pull_id desc limit 1""").param("feed", feed).query(String.class).optional();
    }

    record Keys(long before, long now) {}

    Keys countKeys(String feed) {
        return jdbc.sql(SqlFiles.read("landing/shrink"))
                .param("feed", feed)
                .query(Keys.class)
                .single();
    }

    Counts decideFates(String feed) {
        jdbc.sql(SqlFiles.read("landing/fate")).param("feed", feed).update();
        return jdbc.sql(SqlFiles.read("landing/count"))
                .query((row, number) -> new Counts(
                        row.getInt("pulled"),
                        row.getInt("new"),
                        row.getInt("changed"),
                        row.getInt("unchanged"),
                        row.getInt("quarantined"),
                        row.getInt("duplicates"),
                        0))
                .single();
    }

    void keepRecords(long pull, boolean held) {
        jdbc.sql(SqlFiles.read("landing/keep-records"))
                .param("pull", pull)
                .param("held", held)
                .update();
    }

    void putInForce(long pull, String feed) {
        jdbc.sql(SqlFiles.read("landing/apply-current"))
                .param("feed", feed)
                .param("pull", pull)
                .update();
        jdbc.sql(SqlFiles.read("landing/set-aside"))
                .param("feed", feed)
                .param("pull", pull)
                .update();
    }

    int withdrawMissing(String feed) {
        return jdbc.sql(SqlFiles.read("landing/withdraw")).param("feed", feed).update();
    }

    int countDeletions() {
        return jdbc.sql("""
                        select count(*) from fate f join incoming i on i.seq = f.seq
                        where i.deletion and f.fate in ('new', 'changed')""").query(Integer.class).single();
    }

    long insertPull(String feed, @Nullable String run, State state, Instant started) {
        return jdbc.sql("""
                        insert into landing.pull (feed, run_id, state, started, ended)
                        values (:feed, :run, :state, :started, now()) returning pull_id""")
                .param("feed", feed)
                .param("run", run)
                .param("state", written(state))
                .param("started", java.sql.Timestamp.from(started))
                .query(Long.class)
                .single();
    }

    void updatePull(PullReport report, @Nullable String watermark, List<String> header, @Nullable String reason) {
        Counts counts = report.counts();
        jdbc.sql(SqlFiles.read("landing/update-pull"))
                .param("pull", report.pullId())
                .param("state", written(report.state()))
                .param("watermark", watermark)
                .param("header", header.toArray(String[]::new))
                .param("drift", report.drift().toArray(String[]::new))
                .param("pulled", counts.pulled())
                .param("new", counts.fresh())
                .param("changed", counts.changed())
                .param("unchanged", counts.unchanged())
                .param("quarantined", counts.quarantined())
                .param("duplicates", counts.duplicates())
                .param("withdrawn", counts.withdrawn())
                .param("reason", reason)
                .param("message", report.message().orElse(null))
                .update();
    }

    void insertDocument(long pull, byte[] content) {
        jdbc.sql("insert into landing.document (pull_id, content) values (:pull, :content)")
                .param("pull", pull)
                .param("content", content)
                .update();
    }

    /** The newest held pull of a feed, unless a later pull is in force already. */
    Optional<Long> heldPull(String feed) {
        return jdbc.sql("""
                        select p.pull_id from landing.pull p
                        where p.feed = :feed and p.state = 'held'
                          and not exists (select from landing.pull l
                                          where l.feed = p.feed and l.state = 'landed' and l.pull_id > p.pull_id)
                        order by p.pull_id desc limit 1""").param("feed", feed).query(Long.class).optional();
    }

    void setState(long pull, State state) {
        jdbc.sql("update landing.pull set state = :state where pull_id = :pull")
                .param("state", written(state))
                .param("pull", pull)
                .update();
    }

    /** Brings the records of a held pull back as if they came in now. */
    void reloadHeld(long pull) {
        jdbc.sql(SqlFiles.read("landing/reload-held")).param("pull", pull).update();
        jdbc.sql("delete from landing.record where pull_id = :pull")
                .param("pull", pull)
                .update();
    }

    void setCounts(long pull, Counts counts) {
        jdbc.sql("""
                        update landing.pull set pulled = :pulled, new = :new, changed = :changed,
                          unchanged = :unchanged, quarantined = :quarantined, duplicates = :duplicates,
                          withdrawn = :withdrawn where pull_id = :pull""")
                .param("pull", pull)
                .param("pulled", counts.pulled())
                .param("new", counts.fresh())
                .param("changed", counts.changed())
                .param("unchanged", counts.unchanged())
                .param("quarantined", counts.quarantined())
                .param("duplicates", counts.duplicates())
                .param("withdrawn", counts.withdrawn())
                .update();
    }

    /** The pull of a feed that a run already has in force or held. */
    Optional<Long> pullOfRun(String feed, String run) {
        return jdbc.sql("""
                        select pull_id from landing.pull
                        where feed = :feed and run_id = :run and state in ('landed', 'held')
                        order by pull_id desc limit 1""")
                .param("feed", feed)
                .param("run", run)
                .query(Long.class)
                .optional();
    }

    /** Gives a feed's newest pull that no run has yet, and that began after a moment, to a run. */
    Optional<Long> adopt(String feed, String run, Instant after) {
        return jdbc.sql("""
                        update landing.pull set run_id = :run
                        where pull_id = (select max(pull_id) from landing.pull where feed = :feed)
                          and run_id is null and state in ('landed', 'held') and started >= :after
                        returning pull_id""")
                .param("feed", feed)
                .param("run", run)
                .param("after", java.sql.Timestamp.from(after))
                .query(Long.class)
                .optional();
    }

    boolean landedSince(String feed, Instant moment) {
        return jdbc.sql("""
                        select exists (
                            select from landing.pull where feed = :feed and state = 'landed' and started >= :moment)""")
                .param("feed", feed)
                .param("moment", java.sql.Timestamp.from(moment))
                .query(Boolean.class)
                .single();
    }

    static String written(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
