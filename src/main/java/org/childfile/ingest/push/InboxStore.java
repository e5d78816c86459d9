package org.childfile.ingest.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code landing.push}. Every method runs in its caller's transaction. */
final class InboxStore {

    private static final String OF_RECEIPT =
            "select receipt, feed, digest, state, records, received, landed, done from landing.push where feed = :feed and ";

    private final JdbcClient jdbc;

    InboxStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A push that came before, and the digest of its body. */
    record Known(Receipt receipt, byte[] digest) {}

    Optional<Known> byMessage(String feed, String message) {
        return jdbc.sql(OF_RECEIPT + "message_id = :message")
                .param("feed", feed)
                .param("message", message)
                .query((row, number) -> new Known(receipt(row), row.getBytes("digest")))
                .optional();
    }

    Optional<Receipt> byReceipt(String feed, UUID receipt) {
        return jdbc.sql(OF_RECEIPT + "receipt = :receipt")
                .param("feed", feed)
                .param("receipt", receipt)
                .query((row, number) -> receipt(row))
                .optional();
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getObject("receipt", UUID.class),
                row.getString("feed"),
                Receipt.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("records"),
                row.getTimestamp("received").toInstant(),
                instant(row.getTimestamp("landed")),
                instant(row.getTimestamp("done")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp stamp) {
        return stamp == null ? null : stamp.toInstant();
    }

    /** What waits in the inbox. */
    record Waiting(long records, long bytes) {}

    /** Locks the inbox against others that add to it, until the transaction ends, and tells what waits in it. */
    Waiting lock() {
        jdbc.sql("select one from landing.inbox for update")
                .query(Boolean.class)
                .single();
        return jdbc.sql("""
                        select coalesce(sum(records), 0) as records, coalesce(sum(bytes), 0) as bytes
                        from landing.push where state = 'waiting'""").query(Waiting.class).single();
    }

    void insert(
            UUID receipt,
            String feed,
            String message,
            byte[] digest,
            byte[] sealed,
            int records,
            int bytes,
            Instant now) {
        jdbc.sql("""
                        insert into landing.push (receipt, feed, message_id, digest, content, records, bytes, state, received)
                        values (:receipt, :feed, :message, :digest, :content, :records, :bytes, 'waiting', :now)""")
                .param("receipt", receipt)
                .param("feed", feed)
                .param("message", message)
                .param("digest", digest)
                .param("content", sealed)
                .param("records", records)
                .param("bytes", bytes)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Whether any push waits, or is landed and not worked on. */
    boolean open() {
        return jdbc.sql("select exists (select from landing.push where state <> 'done')")
                .query(Boolean.class)
                .single();
    }

    List<String> feedsWaiting() {
        return jdbc.sql("select distinct feed from landing.push where state = 'waiting' order by feed")
                .query(String.class)
                .list();
    }

    /** A push as it lies in the inbox. */
    record Sealed(long seq, UUID receipt, byte[] content, int records) {}

    /** The oldest waiting pushes of a feed, in the order in which they were taken. */
    List<Sealed> waiting(String feed, int most) {
        return jdbc.sql("""
                        select seq, receipt, content, records from landing.push
                        where feed = :feed and state = 'waiting' order by seq limit :most""")
                .param("feed", feed)
                .param("most", most)
                .query(Sealed.class)
                .list();
    }

    void landed(List<Long> pushes, long pull, Instant now) {
        jdbc.sql("""
                        update landing.push set state = 'landed', content = null, pull_id = :pull, landed = :now
                        where seq = any (:pushes)""")
                .param("pull", pull)
                .param("now", Timestamp.from(now))
                .param("pushes", pushes.toArray(Long[]::new))
                .update();
    }

    int done(Instant now) {
        return jdbc.sql("update landing.push set state = 'done', done = :now where state = 'landed'")
                .param("now", Timestamp.from(now))
                .update();
    }

    void forget(Instant before) {
        jdbc.sql("delete from landing.push where state = 'done' and done < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
