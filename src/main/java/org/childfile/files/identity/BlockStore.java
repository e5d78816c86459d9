package org.childfile.files.identity;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import javax.sql.DataSource;
import org.childfile.access.privacy.ShortDigest;
import org.childfile.database.CopyWriter;
import org.childfile.database.SqlFiles;
import org.childfile.linkage.matching.BlockKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** The blocks of records, found by their keys and by record. Every method runs in its caller's transaction. */
final class BlockStore {

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    BlockStore(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Forgets the blocks of the records of the working table {@code changed}. */
    void forget() {
        for (String statement : List.of("delete-blocks", "delete-block-keys")) {
            jdbc.sql(SqlFiles.read("files/identity/" + statement)).update();
        }
    }

    /**
     * Keeps the blocks of some rows of a table, which are those of the working table {@code changed}.
     *
     * @param digest makes of a key, which follows from values, a number that tells nothing of them
     * @param only whether no other record of any population has blocks; then what finds them is made anew behind them,
     *     which is several times as fast as keeping it in order meanwhile
     */
    void keep(LinkTable table, BitSet rows, ShortDigest digest, boolean only) {
        if (only) {
            jdbc.sql("select linkage.drop_block_key()").query(done -> {});
        }
        BlockKeys keys = table.blockKeys();
        try (CopyWriter copy =
                CopyWriter.into(DataSourceUtils.getConnection(dataSource), "linkage.block_keys", "record_id", "keys")) {
            rows.stream()
                    .forEach(row -> copy.row()
                            .bigint(table.records().get(row).recordId())
                            .bigints(Arrays.stream(keys.of(row)).map(digest::of).toArray()));
            copy.finish();
        }
        jdbc.sql(SqlFiles.read("files/identity/keep-blocks")).update();
        if (only) {
            jdbc.sql("select linkage.make_block_key()").query(done -> {});
        }
    }

    /** Whether there are none. */
    boolean empty() {
        return jdbc.sql("select not exists (select from linkage.block)")
                .query(Boolean.class)
                .single();
    }
}
