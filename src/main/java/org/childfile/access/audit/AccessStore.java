package org.childfile.access.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.childfile.access.privacy.AuditKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the access log, written by one thread of a process at a time. */
final class AccessStore {

    /** No log is there, so that the database tells where it stands and takes nothing. */
    private static final Head UNKNOWN = new Head(-1, new byte[0], "");

    private static final String SWITCHED = "audit key";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditKeys keys;
    private final Clock clock = Clock.systemUTC();
    private Head last = UNKNOWN;

    AccessStore(DataSource dataSource, AuditKeys keys) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.keys = keys;
    }

    /**
     * Where the log stands.
     *
     * @param key the name of the key that bound its last row; empty for a log that is empty or not keyed yet
     */
    private record Head(long count, byte[] hash, String key) {}

    /** Rows that go on from where the log is thought to stand, and where it stands after them. */
    private record Batch(String entries, Head head) {}

    /** Appends the rows of accesses, all or none. */
    void append(List<Access> accesses) {
        if (last.count() >= 0 && took(batch(accesses, last), last)) {
            return;
        }
        // Another process wrote meanwhile: whoever asks where the log stands holds its lock until the end of the
        // transaction.
        transaction.executeWithoutResult(status -> {
            last = send("[]", UNKNOWN);
            Head before = last;
            if (!took(batch(accesses, before), before)) {
                throw new IllegalStateException("the access log went on while its lock was held");
            }
        });
    }

    /** Hands over a batch; whether it was taken. Either way the log's place is known afterwards. */
    private boolean took(Batch batch, Head from) {
        last = UNKNOWN;
        Head now = send(batch.entries(), from);
        boolean taken = now.count() == batch.head().count()
                && Arrays.equals(now.hash(), batch.head().hash());
        last = now;
        return taken;
    }

    private Head send(String entries, Head from) {
        return jdbc.sql("select count, hash, key_id from audit.append(:count, :hash, :entries::jsonb)")
                .param("count", from.count())
                .param("hash", from.hash())
                .param("entries", entries)
                .query((row, number) -> new Head(row.getLong(1), row.getBytes(2), row.getString(3)))
                .single();
    }

    private Batch batch(List<Access> accesses, Head from) {
        String key = keys.newest();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Chain.Row> rows = new ArrayList<>();
        if (from.count() > 0 && !from.key().equals(key)) {
            // From here on another key binds: what stood before is sealed as it is found.
            rows.addAll(Chain.rows(switched(from.key(), key), from.count(), at, key));
        }
        for (Access access : accesses) {
            rows.addAll(Chain.rows(access, from.count() + rows.size(), at, key));
        }
        byte[] hash = from.hash();
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        for (Chain.Row row : rows) {
            hash = Chain.hash(keys, hash, row).orElseThrow();
            entries.add(entry(row, hash));
        }
        return new Batch(
                JsonMapper.shared().writeValueAsString(entries), new Head(from.count() + rows.size(), hash, key));
    }

    private static Access switched(String before, String key) {
        return new Access(
                "childfile",
                "operator",
                "audit",
                "cli",
                SWITCHED,
                List.of(),
                List.of(),
                key + (before.isEmpty() ? ", none before" : " after " + before));
    }

    private static Map<String, @Nullable Object> entry(Chain.Row row, byte[] hash) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("at", row.at().toString());
        entry.put("subject", row.subject());
        entry.put("role", row.role());
        entry.put("purpose", row.purpose());
        entry.put("door", row.door());
        entry.put("action", row.action());
        entry.put("person_id", row.person());
        entry.put("attributes", row.attributes());
        entry.put("detail", row.detail());
        entry.put("issuer", row.issuer());
        entry.put("reason", row.reason());
        entry.put("key_id", row.key());
        entry.put("hash", HexFormat.of().formatHex(hash));
        return entry;
    }
}
