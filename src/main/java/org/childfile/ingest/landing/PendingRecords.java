package org.childfile.ingest.landing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.childfile.access.privacy.DamagedValue;
import org.childfile.access.privacy.Keyring;
import org.childfile.database.CopyWriter;
import org.childfile.database.SqlFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** The landing zone as the next stage sees it: what is to be mapped, and what became of it. */
public final class PendingRecords {

    private static final int FETCH = 2000;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Sealing sealing;

    public PendingRecords(DataSource dataSource, Keyring keys) {
        this.sealing = new Sealing(keys);
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Keeps pulls of this feed out until the caller's transaction ends. */
    public void lock(String feed) {
        FeedLock.take(jdbc, feed);
    }

    /**
     * Makes every record in force of a feed pending again: its mapping changed. This is committed at once, whatever becomes
     * of the caller's transaction, because {@link #each} would not see what is not.
     */
    public void remapAll(String feed) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into landing.pending (feed, key)
                        select feed, key from landing.current where feed = ? and not withdrawn""")) {
            insert.setString(1, feed);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the records of " + feed + " cannot be mapped anew", e);
        }
    }

    /**
     * Makes the quarantined records of a feed pending again, and tells how many. Waits for who is mapping the feed, who would end
     * their pending state unread.
     */
    public int replay(String feed) {
        FeedLock.take(jdbc, feed);
        return jdbc.sql("""
                        insert into landing.pending (feed, key)
                        select feed, key from landing.current where feed = :feed and quarantined""").param("feed", feed).update();
    }

    /** Puts open entries of the quarantine away for a person's reason; tells how many. */
    public int dismiss(List<Long> entries, String actor, String reason) {
        return new QuarantineStore(jdbc, sealing).dismiss(entries, actor, reason);
    }

    /** Opens entries again that a person put away; tells how many. */
    public int reopen(List<Long> entries) {
        return new QuarantineStore(jdbc, sealing).reopen(entries);
    }

    /** Whether more than so many records of all feeds are pending. */
    public boolean moreThan(long most) {
        return jdbc.sql("select exists (select from landing.pending offset :most)")
                .param("most", most)
                .query(Boolean.class)
                .single();
    }

    /** The feeds of which a record is pending. */
    public List<String> feeds() {
        return jdbc.sql("select distinct feed from landing.pending order by feed")
                .query(String.class)
                .list();
    }

    /** How many records of a feed were mapped in vain. */
    public int quarantined(String feed) {
        return count("select count(*) from landing.current where feed = :feed and quarantined", feed);
    }

    /** How many open entries of a feed are of records that never could be read: mapping them again changes nothing. */
    public int unreadable(String feed) {
        return count("""
            select count(*) from landing.quarantine q
            where q.feed = :feed and q.resolved is null
              and not exists (select from landing.current c where c.feed = q.feed and c.key = q.key and c.quarantined)
            """, feed);
    }

    private int count(String sql, String feed) {
        return jdbc.sql(sql).param("feed", feed).query(Integer.class).single();
    }

    /** The header of each pull of a feed that brought a pending record; a feed without headers has none. */
    public Map<Long, List<String>> headers(String feed) {
        Map<Long, List<String>> headers = new HashMap<>();
        jdbc.sql("""
                        select pull_id, header from landing.pull
                        where header <> '{}' and pull_id in (
                            select c.pull_id from landing.pending w join landing.current c using (feed, key)
                            where w.feed = :feed)""").param("feed", feed).query(row -> {
            headers.put(row.getLong(1), Arrays.asList((String[]) row.getArray(2).getArray()));
        });
        return headers;
    }

    /** Streams the pending records of a feed in the order in which they came, on a connection of its own. */
    public void each(String feed, Consumer<PendingRecord> consumer) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            analyze(connection);
            try (PreparedStatement select = connection.prepareStatement(SqlFiles.read("ingest/landing/pending"))) {
                select.setFetchSize(FETCH);
                select.setString(1, feed);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        consumer.accept(record(rows));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the pending records of " + feed + " cannot be read", e);
        }
    }

    private PendingRecord record(ResultSet row) throws SQLException {
        long pull = row.getLong(1);
        int seq = row.getInt(2);
        boolean withdrawn = row.getBoolean(6);
        Optional<byte[]> content = withdrawn ? Optional.of(new byte[0]) : opened(pull, seq, row.getBytes(7));
        return new PendingRecord(
                pull,
                seq,
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                withdrawn,
                content.isEmpty(),
                content.orElse(new byte[0]));
    }

    /** Empty where what is kept is not what was written; one such record costs itself alone. */
    private Optional<byte[]> opened(long pull, int seq, byte[] sealed) {
        try {
            return Optional.of(sealing.openContent(pull, seq, sealed));
        } catch (DamagedValue e) {
            return Optional.empty();
        }
    }

    /** The table is filled and emptied within a night, so the planner knows nothing of it by itself. */
    private static void analyze(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze landing.pending");
        }
    }

    /** Ends the pending state of a feed's records; those given go to quarantine, the others count as staged. */
    public void settle(String feed, List<Quarantined> quarantined) {
        jdbc.sql("""
                        create temporary table if not exists set_aside (
                            pull_id bigint, seq integer, place text, key text, reason text, field text, text text,
                            sealed_text bytea
                        ) on commit delete rows""").update();
        jdbc.sql("truncate set_aside").update();
        try (CopyWriter copy = CopyWriter.into(
                DataSourceUtils.getConnection(dataSource),
                "set_aside",
                "pull_id",
                "seq",
                "place",
                "key",
                "reason",
                "field",
                "text",
                "sealed_text")) {
            for (Quarantined each : new ArrayList<>(quarantined)) {
                copy.row()
                        .bigint(each.record().pullId())
                        .integer(each.record().seq())
                        .text(each.record().place())
                        .text(each.record().key())
                        .text(each.why().reason().name())
                        .text(each.why().field())
                        .text(each.why().stored())
                        .bytea(sealing.text(
                                new Sealing.Place(
                                        feed,
                                        each.record().pullId(),
                                        each.record().seq()),
                                each.record().key(),
                                each.why().text()));
            }
            copy.finish();
        }
        for (String statement : List.of(
                "resolve",
                "recount",
                "settle-quarantine",
                "mark-quarantined",
                "unmark-quarantined",
                "fetch-damaged",
                "settle-pending")) {
            jdbc.sql(SqlFiles.read("ingest/landing/" + statement))
                    .param("feed", feed)
                    .update();
        }
    }
}
