package org.childfile.access.audit;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.childfile.access.audit.AccessProof.Walk;
import org.childfile.access.privacy.AuditKeys;
import org.childfile.database.SqlFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the access log to prove it. */
final class ProofStore {

    private static final int ROWS_AT_ONCE = 2000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ProofStore(DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(ROWS_AT_ONCE);
        this.jdbc = JdbcClient.create(template);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        transaction.setReadOnly(true);
    }

    /** The anchor of now. */
    Anchor head() {
        return jdbc.sql("select count, encode(hash, 'hex') from audit.head")
                .query((row, number) -> new Anchor("", row.getLong(1), row.getString(2)))
                .single();
    }

    /** The place of the first row, of those without a key, that is not as it was written. */
    Optional<Long> firstBroken() {
        return jdbc.sql(SqlFiles.read("access/audit/first-broken"))
                .query(Long.class)
                .optional();
    }

    /** Walks the rows that are bound by a key, in the program: the database does not know the key. */
    Walk walk(AuditKeys keys) {
        ResultSetExtractor<Walk> walker = rows -> walk(rows, keys);
        Walk walked = transaction.execute(status -> jdbc.sql("""
                        select a.* from audit.access a
                        where a.seq >= (select min(k.seq) from audit.access k where k.key_id <> '')
                        order by a.seq""").query(walker));
        return walked == null ? Walk.NONE : walked;
    }

    private Walk walk(ResultSet rows, AuditKeys keys) throws SQLException {
        TreeMap<String, Long> bound = new TreeMap<>();
        TreeMap<String, Long> unknown = new TreeMap<>();
        long first = 0;
        long expected = 0;
        byte @Nullable [] before = null;
        while (rows.next()) {
            Chain.Row row = row(rows);
            if (before == null) {
                first = row.seq();
                expected = 1 + lastBefore(first);
                before = hashOf(expected - 1);
            }
            byte[] hash = rows.getBytes("hash");
            Optional<byte[]> reckoned = Chain.hash(keys, before, row);
            boolean known = reckoned.isPresent();
            if (row.seq() != expected
                    || row.key().isEmpty()
                    || !MessageDigest.isEqual(before, rows.getBytes("previous_hash"))
                    || known && !MessageDigest.isEqual(hash, reckoned.get())) {
                return new Walk(first, bound, unknown, Optional.of(expected));
            }
            (known ? bound : unknown).merge(row.key(), 1L, Long::sum);
            before = hash;
            expected++;
        }
        return new Walk(first, bound, unknown, Optional.empty());
    }

    /** The place of the last row before there was a key; 0 where there is none. */
    private long lastBefore(long first) {
        return jdbc.sql("select coalesce(max(seq), 0) from audit.access where seq < :first")
                .param("first", first)
                .query(Long.class)
                .single();
    }

    /** The hash of a row; that of the beginning is empty. */
    private byte[] hashOf(long seq) {
        return jdbc.sql("select hash from audit.access where seq = :seq")
                .param("seq", seq)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElse(new byte[0]);
    }

    private static Chain.Row row(ResultSet row) throws SQLException {
        return new Chain.Row(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("subject"),
                row.getString("role"),
                row.getString("purpose"),
                row.getString("door"),
                row.getString("action"),
                row.getString("person_id"),
                List.of((String[]) row.getArray("attributes").getArray()),
                row.getString("detail"),
                row.getString("issuer"),
                row.getString("reason"),
                row.getString("key_id"));
    }

    /** The anchors inside the warehouse that the log does not meet. */
    List<Anchor> unmet() {
        return jdbc.sql(SqlFiles.read("access/audit/unmet-anchors"))
                .query((row, number) -> new Anchor(row.getString(1), row.getLong(2), row.getString(3)))
                .list();
    }

    /** Whether the log meets an anchor that was kept elsewhere. */
    boolean meets(Anchor anchor) {
        return jdbc.sql("""
                        select exists (select from audit.access
                                       where seq = :count and hash = :hash)""")
                .param("count", anchor.count())
                .param("hash", HexFormat.of().parseHex(anchor.hash()))
                .query(Boolean.class)
                .single();
    }
}
