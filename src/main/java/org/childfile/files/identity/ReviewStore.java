package org.childfile.files.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.ingest.mapping.SourceRecords;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reviewing and explaining look up. Reads only. */
final class ReviewStore {

    private final JdbcClient jdbc;
    private final SourceRecords sourceRecords;
    private final Keyring keys;

    ReviewStore(DataSource dataSource, Keyring keys) {
        this.jdbc = JdbcClient.create(dataSource);
        this.keys = keys;
        this.sourceRecords = new SourceRecords(dataSource, keys);
    }

    List<ReviewQueue.Entry> queue(int limit) {
        return jdbc.sql("select * from ops.review order by worth desc, review_id limit :limit")
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    Optional<ReviewQueue.Entry> find(long number) {
        return jdbc.sql("select * from ops.review where review_id = :number")
                .param("number", number)
                .query(this::entry)
                .optional();
    }

    long waiting() {
        return jdbc.sql("select count(*) from ops.review").query(Long.class).single();
    }

    private ReviewQueue.Entry entry(ResultSet row, int line) throws SQLException {
        return new ReviewQueue.Entry(
                row.getLong("review_id"),
                Population.valueOf(row.getString("population").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getDouble("worth"),
                row.getDouble("weight"),
                keys.tokens().clear(row.getString("feed_a"), row.getString("source_key_a")),
                keys.tokens().clear(row.getString("feed_b"), row.getString("source_key_b")),
                new RecordPair.Side(row.getString("person_a"), row.getInt("size_a")),
                new RecordPair.Side(row.getString("person_b"), row.getInt("size_b")));
    }

    /** A record, the population that it is of, and the person that it belongs to. */
    record Placed(
            SourceRecord record,
            Population population,
            @Nullable String personId,
            boolean byPerson) {}

    Optional<Placed> record(SourceKey key) {
        return placed(
                        "where r.feed = ? and r.source_key = ?",
                        key.feed(),
                        keys.tokens().stored(key).key())
                .stream()
                .findFirst();
    }

    /** A person's records in the order of their keys. */
    List<Placed> records(String personId) {
        return placed("where m.person_id = ?", personId).stream()
                .sorted(Comparator.comparing(placed -> placed.record().key()))
                .toList();
    }

    private List<Placed> placed(String which, Object... arguments) {
        List<Placed> found = new ArrayList<>();
        sourceRecords.streamRows(
                "select " + SourceRecords.COLUMNS + ", r.population, m.person_id, m.decided_by"
                        + " from mapping.source_record r left join linkage.membership m using (record_id) " + which,
                row -> found.add(new Placed(
                        sourceRecords.read(row),
                        Population.valueOf(row.getString(9).toUpperCase(Locale.ROOT)),
                        row.getString(10),
                        "person".equals(row.getString(11)))),
                arguments);
        return found;
    }

    /** The id under which a person lives on; empty for one that was never given. */
    Optional<String> currentId(String personId) {
        return jdbc.sql("select id from mart.current_id(:id) c (id) where id is not null")
                .param("id", personId)
                .query(String.class)
                .optional();
    }

    /** An edge from a record to one that may be of another person. */
    record Near(long record, long other, String otherPerson, double weight) {}

    /** The edges of a person's records, strongest first. */
    List<Near> edges(String personId) {
        return jdbc.sql("""
                        select own.record_id as record, other.record_id as other, other.person_id as other_person, e.weight
                        from linkage.membership own
                        join (select a, b, weight from linkage.edge
                              union all select b, a, weight from linkage.edge) e on e.a = own.record_id
                        join linkage.membership other on other.record_id = e.b
                        where own.person_id = :person
                        order by e.weight desc, own.record_id, other.record_id""").param("person", personId).query(Near.class).list();
    }

    SourceKey key(long recordId) {
        return jdbc.sql("select feed, source_key from mapping.source_record where record_id = :id")
                .param("id", recordId)
                .query((row, line) -> keys.tokens().clear(row.getString(1), row.getString(2)))
                .single();
    }
}
