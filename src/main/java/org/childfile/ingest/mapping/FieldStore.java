package org.childfile.ingest.mapping;

import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What mapping learns of a feed's fields from night to night. Every method runs in its caller's transaction. */
final class FieldStore {

    private final JdbcClient jdbc;

    FieldStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The fields of a feed that hold id numbers which a spreadsheet ate. */
    Set<String> eaten(String feed) {
        return new TreeSet<>(jdbc.sql("select field from mapping.eaten_field where feed = :feed")
                .param("feed", feed)
                .query(String.class)
                .list());
    }

    /**
     * Keeps which fields hold eaten numbers. Where numbers ending in 000 were taken for sound before and a field turns out to
     * hold eaten ones only now, the feed is mapped anew with the next run, as after a change of its mapping.
     *
     * @param trusted whether a record was staged with such a number as a sound one
     */
    void keep(String feed, Set<String> eaten, boolean trusted) {
        int fresh = jdbc.sql("""
                        insert into mapping.eaten_field (feed, field)
                        select :feed, field from unnest(:fields::text[]) field
                        on conflict do nothing""")
                .param("feed", feed)
                .param("fields", eaten.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        update mapping.feed_mapping
                        set digest = case when :fresh and trusted_round then '' else digest end,
                            trusted_round = :trusted or (trusted_round and not :fresh)
                        where feed = :feed and (trusted_round or :trusted)""")
                .param("feed", feed)
                .param("fresh", fresh > 0)
                .param("trusted", trusted)
                .update();
    }

    /** Keeps how many private-use characters that nobody can name came in a run; none are not kept. */
    void keepUnnamed(String run, String feed, int records, long characters) {
        if (records > 0) {
            jdbc.sql("""
                            insert into mapping.unnamed_character as u (run_id, feed, records, characters)
                            values (:run, :feed, :records, :characters)
                            on conflict (run_id, feed) do update
                            set records = excluded.records, characters = excluded.characters""")
                    .param("run", run)
                    .param("feed", feed)
                    .param("records", records)
                    .param("characters", characters)
                    .update();
        }
    }
}
