package org.childfile.ingest.landing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.database.CopyWriter;
import org.childfile.database.SqlFiles;
import org.childfile.ingest.landing.PullReport.Counts;
import org.childfile.ingest.landing.PullReport.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The tables of the landing zone. Every method runs in its caller's transaction.
 *
 * <p>Over 250 lines, because a dozen short statements share the tables of one pull.
 */
final class LandingStore {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Sealing sealing;

    LandingStore(DataSource dataSource, Keyring keys) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.sealing = new Sealing(keys);
    }

    /** The caller's connection, the feed being its own until its transaction ends. */
    Connection prepare(String feed) {
        FeedLock.take(jdbc, feed);
        return connection();
    }

    /** Opens the COPY of a pull's records. */
    CopyWriter records() {
        return CopyWriter.into(
                connection(),
                "landing.record",
                "pull_id",
                "seq",
                "place",
                "key",
                "hash",
                "updated",
                "deletion",
                "content",
                "reason",
                "field",
                "text",
                "sealed_text");
    }

    private Connection connection() {
        return DataSourceUtils.getConnection(dataSource);
    }

    /** Goes back to a savepoint: as if nothing had come. */
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

    /** How many keys of a feed are in force and not withdrawn. */
    int inForce(String feed) {
        String count = "select count(*) from landing.current where feed = :feed and not withdrawn";
        return jdbc.sql(count).param("feed", feed).query(Integer.class).single();
    }

    /** What is in force of a feed. */
    CurrentRecordsReader standing(String feed, ChangeDetector detector) {
        return new CurrentRecordsReader(dataSource, feed, detector);
    }

    /** Where the records go that another one of their key outdid. */
    SupersededRecordStore superseded() {
        return new SupersededRecordStore(jdbc, sealing);
    }

    QuarantineStore quarantine() {
        return new QuarantineStore(jdbc, sealing);
    }

    /** Whether any record of a feed ever came. */
    boolean knows(String feed) {
        return jdbc.sql("select exists (select from landing.current where feed = :feed)")
                .param("feed", feed)
                .query(Boolean.class)
                .single();
    }

    void putInForce(long pull, String feed) {
        for (String statement : List.of("apply-current", "set-aside")) {
            jdbc.sql(SqlFiles.read("ingest/landing/" + statement))
                    .param("feed", feed)
                    .param("pull", pull)
                    .update();
        }
    }

    /** Withdraws keys of a feed that a snapshot lacks, and that did not come since. */
    void withdraw(long pull, String feed, List<String> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql(SqlFiles.read("ingest/landing/withdraw"))
                    .param("feed", feed)
                    .param("keys", keys.toArray(String[]::new))
                    .param("pull", pull)
                    .update();
        }
    }

    /** Notes the keys that a held snapshot lacks, for the time when it is approved. */
    void holdWithdrawals(long pull, List<String> keys) {
        jdbc.sql("insert into landing.held_withdrawal (pull_id, key) select :pull, key from unnest(:keys) key")
                .param("pull", pull)
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    /** Withdraws the keys that a held snapshot lacks, and tells how many. */
    int withdrawHeld(long pull, String feed) {
        List<String> keys = jdbc.sql("delete from landing.held_withdrawal where pull_id = :pull returning key")
                .param("pull", pull)
                .query(String.class)
                .list();
        withdraw(pull, feed, keys);
        return keys.size();
    }

    /** @param stream what it is for in a stream run; null in any other */
    long insertPull(String feed, @Nullable String run, State state, Instant started, @Nullable String stream) {
        return jdbc.sql("""
                        insert into landing.pull (feed, run_id, state, started, ended, stream)
                        values (:feed, :run, :state, :started, now(), :stream) returning pull_id""")
                .param("stream", stream)
                .param("feed", feed)
                .param("run", run)
                .param("state", written(state))
                .param("started", java.sql.Timestamp.from(started))
                .query(Long.class)
                .single();
    }

    void updatePull(PullReport report, @Nullable String watermark, List<String> header, @Nullable String reason) {
        Counts counts = report.counts();
        jdbc.sql(SqlFiles.read("ingest/landing/update-pull"))
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
                .param("content", sealing.document(pull, content))
                .update();
    }

    /** The newest held pull of a feed, unless a later pull is in force already. */
    Optional<Long> heldPull(String feed) {
        return jdbc.sql("""
                        select p.pull_id from landing.pull p
                        where p.feed = :feed and p.state = 'held'
                          and not exists (select from landing.pull l
                                          where l.feed = p.feed and l.state = 'landed' and l.pull_id > p.pull_id
                                            and l.stream is null)
                        order by p.pull_id desc limit 1""").param("feed", feed).query(Long.class).optional();
    }

    void decided(long pull, State state, int withdrawn, Decision decision) {
        jdbc.sql("""
                        update landing.pull
                        set state = :state, withdrawn = :withdrawn, decided_by = :actor, decided_at = now(), decided_reason = :reason
                        where pull_id = :pull""")
                .param("state", written(state))
                .param("withdrawn", withdrawn)
                .param("actor", decision.actor())
                .param("reason", decision.reason())
                .param("pull", pull)
                .update();
    }

    /** The pull of a feed that was rejected last before another one, in words, where none came into force between them. */
    Optional<String> rejectedBefore(String feed, long pull) {
        return jdbc.sql("""
                        select 'Pull ' || p.pull_id || ' was rejected by ' || coalesce(p.decided_by, 'somebody')
                               || coalesce(' on ' || to_char(p.decided_at, 'YYYY-MM-DD'), '') || coalesce(': ' || p.decided_reason, '')
                        from landing.pull p
                        where p.feed = :feed and p.state = 'rejected'
                          and not exists (select from landing.pull l
                                          where l.feed = p.feed and l.state = 'landed' and l.stream is null
                                            and l.pull_id > p.pull_id and l.pull_id < :pull)
                        order by p.pull_id desc limit 1""")
                .param("feed", feed)
                .param("pull", pull)
                .query(String.class)
                .optional();
    }

    /** Adds the books of a stream run's pull that brought nothing to those of the one before it that did not either. */
    void mergeQuiet(long pull) {
        jdbc.sql(SqlFiles.read("ingest/landing/merge-quiet"))
                .param("pull", pull)
                .update();
    }

    /** The pull of a feed that a run already has in force or held. */
    Optional<Long> pullOfRun(String feed, String run) {
        return jdbc.sql("""
                        select pull_id from landing.pull
                        where feed = :feed and run_id = :run and state in ('landed', 'held') and stream is null
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
                        where pull_id = (select max(pull_id) from landing.pull where feed = :feed and stream is null)
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
                            select from landing.pull
                            where feed = :feed and state = 'landed' and stream is null and started >= :moment)""")
                .param("feed", feed)
                .param("moment", java.sql.Timestamp.from(moment))
                .query(Boolean.class)
                .single();
    }

    static String written(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
