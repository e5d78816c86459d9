package org.childfile.access.erasure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.childfile.database.SqlFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables by which forgotten persons are known, and the emptying of their records. In its caller's transaction. */
final class TombstoneStore {

    /** What each room does to records that go. */
    private static final List<String> OF_RECORDS = List.of(
            "ingest/landing/erase-records",
            "ingest/landing/erase-documents",
            "ingest/landing/erase-current",
            "ingest/landing/erase-quarantine",
            "ingest/landing/erase-pending",
            "ingest/landing/erase-held",
            "files/identity/erase-records",
            "files/setaside/erase-records",
            "ingest/mapping/erase-records");

    private final JdbcClient jdbc;

    TombstoneStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    Set<String> tokens(String feed) {
        return new HashSet<>(jdbc.sql("select token from subject.tombstone where feed = :feed")
                .param("feed", feed)
                .query(String.class)
                .list());
    }

    void note(String feed, String token) {
        jdbc.sql("insert into subject.tombstone (feed, token) values (:feed, :token) on conflict do nothing")
                .param("feed", feed)
                .param("token", token)
                .update();
    }

    void returned(long pull, int records) {
        jdbc.sql("insert into subject.returned (pull_id, records) values (:pull, :records)")
                .param("pull", pull)
                .param("records", records)
                .update();
    }

    /** Empties the records of some keys, unless they belong to somebody who lives; gives the keys of those that it emptied. */
    List<String> bury(String feed, List<String> keys, List<String> tokens, byte[] blank) {
        workingTable();
        jdbc.sql(SqlFiles.read("access/erasure/returned-keys"))
                .param("feed", feed)
                .param("keys", keys.toArray(String[]::new))
                .param("tokens", tokens.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into subject.tombstone (feed, token) select feed, token from erased_record
                        on conflict do nothing""").update();
        emptyRecords(blank, false);
        return jdbc.sql("select source_key from erased_record")
                .query(String.class)
                .list();
    }

    /** The working table of records that are to go; it lasts until the transaction ends. */
    void workingTable() {
        jdbc.sql("""
                        create temporary table if not exists erased_record
                            (record_id bigint primary key, feed text, source_key text, token text)
                        on commit drop""").update();
        jdbc.sql("delete from erased_record").update();
    }

    /**
     * Empties the records of the working table in every stage.
     *
     * @param keep whether their bytes as they came stay
     */
    void emptyRecords(byte[] blank, boolean keep) {
        for (String statement : OF_RECORDS) {
            jdbc.sql(SqlFiles.read(statement))
                    .param("blank", blank)
                    .param("keep", keep)
                    .update();
        }
    }
}
