package org.childfile.files.identity;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import javax.sql.DataSource;
import org.childfile.access.privacy.ShortDigest;
import org.childfile.database.CopyWriter;
import org.childfile.database.SqlFiles;
import org.childfile.linkage.table.ValueKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Who holds which of the values that are no evidence if too many hold them. Every method runs in its caller's transaction. */
final class ValueStore {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final ShortDigest digest;

    /** @param digest makes of a key, which follows from a value, a number that tells nothing of it */
    ValueStore(DataSource dataSource, ShortDigest digest) {
        this.dataSource = dataSource;
        this.digest = digest;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Keeps the values of all records of a population, which are those of the working table {@code changed}. */
    void keepAll(LinkTable table) {
        run("delete-values");
        boolean only = jdbc.sql("select not exists (select from linkage.held_value)")
                .query(Boolean.class)
                .single();
        // An index is made several times as fast behind all its rows as along with them.
        if (only) {
            jdbc.sql("select linkage.drop_held_value_indexes()").query(done -> {});
        }
        BitSet all = new BitSet();
        all.set(0, table.records().size());
        copy("linkage.held_value", table, all);
        if (only) {
            jdbc.sql("select linkage.make_held_value_indexes()").query(done -> {});
        }
        jdbc.sql("analyze linkage.held_value").update();
    }

    /**
     * Keeps the values of some rows of a table, which are those of the working table {@code changed}, and adds to that
     * whoever holds a value that became too common by it, or no longer is.
     *
     * @return how many records were added
     */
    int keep(LinkTable table, BitSet rows) {
        jdbc.sql("""
                        create temporary table told_value
                            (record_id bigint not null, key bigint not null, most integer not null)
                        on commit drop""").update();
        copy("told_value", table, rows);
        for (String statement : List.of("touch-values", "delete-values", "keep-values")) {
            run(statement);
        }
        return run("spread-values");
    }

    /** Whether too many hold a value, by its key, of the records of the working table {@code affected}. */
    LongPredicate commonAmongAffected() {
        return among(jdbc.sql(SqlFiles.read("files/identity/common-values"))
                .query(Long.class)
                .list());
    }

    /** Whether too many hold a value, by its key, of two records. */
    LongPredicate commonOf(long a, long b) {
        return among(jdbc.sql("""
                        select h.key from linkage.held_value h
                        where h.record_id in (:a, :b)
                          and exists (select from linkage.held_value v where v.key = h.key offset h.most)""").param("a", a).param("b", b).query(Long.class).list());
    }

    private LongPredicate among(List<Long> common) {
        Set<Long> kept = new HashSet<>(common);
        return key -> kept.contains(digest.of(key));
    }

    private void copy(String into, LinkTable table, BitSet rows) {
        ValueKeys keys = table.valueKeys();
        try (CopyWriter copy =
                CopyWriter.into(DataSourceUtils.getConnection(dataSource), into, "record_id", "key", "most")) {
            rows.stream().forEach(row -> {
                long recordId = table.records().get(row).recordId();
                keys.tell(
                        table.people(),
                        row,
                        (key, most) -> copy.row()
                                .bigint(recordId)
                                .bigint(digest.of(key))
                                .integer(most));
            });
            copy.finish();
        }
    }

    private int run(String file) {
        return jdbc.sql(SqlFiles.read("files/identity/" + file)).update();
    }
}
