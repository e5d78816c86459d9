package org.childfile.access.erasure;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.childfile.access.erasure.Correction.State;
import org.childfile.access.privacy.Context;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedColumn;
import org.childfile.access.privacy.Subject;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The table of corrections. Every method runs in its caller's transaction. */
final class CorrectionStore {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    /** The value and its proof, which may hold whatever a person is known by. */
    static final SealedColumn SAID = new SealedColumn(
            "subject.correction", "said", "subject.correction.said", List.of("person_id", "attribute"));

    private final JdbcClient jdbc;
    private final Keyring keys;

    CorrectionStore(DataSource dataSource, Keyring keys) {
        this.jdbc = JdbcClient.create(dataSource);
        this.keys = keys;
    }

    /** What lies sealed of a correction. */
    private record Said(Object value, String proof) {}

    /** Undoes what is in force about an attribute of a person that lives, under whichever id it was said. */
    void replace(String person, String attribute, String actor) {
        jdbc.sql("""
                        update subject.correction
                        set undone_at = now(), undone_by = :actor, undo_reason = 'replaced'
                        where attribute = :attribute and settled_at is null and undone_at is null and erased_at is null
                          and coalesce(mart.current_id(person_id), person_id) = :person""")
                .param("actor", actor)
                .param("attribute", attribute)
                .param("person", person)
                .update();
    }

    Correction insert(
            String person, String attribute, Object value, String proof, Optional<LocalDate> since, String actor) {
        return jdbc.sql("""
                        insert into subject.correction (person_id, attribute, said, since, actor, at)
                        values (:person, :attribute, :said, :since, :actor, now())
                        returning *""")
                .param("person", person)
                .param("attribute", attribute)
                .param(
                        "said",
                        keys.seal(
                                MAPPER.writeValueAsBytes(new Said(value, proof)),
                                place(person, attribute),
                                Subject.person(person)))
                .param("since", since.map(Date::valueOf).orElse(null))
                .param("actor", actor)
                .query(this::correction)
                .single();
    }

    Optional<Correction> undo(long number, String actor, String reason) {
        Optional<String> person = jdbc.sql("select person_id from subject.correction where correction_id = :number")
                .param("number", number)
                .query(String.class)
                .optional();
        if (person.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        update subject.correction set undone_at = now(), undone_by = :actor, undo_reason = :reason
                        where correction_id = :number
                          and settled_at is null and undone_at is null and erased_at is null
                        returning *""")
                .param("number", number)
                .param("actor", actor)
                .param("reason", keys.texts().of(Subject.person(person.get())).seal("reason", reason))
                .query(this::correction)
                .optional();
    }

    Map<String, List<Correction>> inForce() {
        Map<String, List<Correction>> found = new HashMap<>();
        jdbc.sql("""
                        select c.*, coalesce(mart.current_id(c.person_id), c.person_id) as lives_as
                        from subject.correction c
                        where c.settled_at is null and c.undone_at is null and c.erased_at is null
                        order by c.correction_id""").query(row -> {
            found.computeIfAbsent(row.getString("lives_as"), id -> new ArrayList<>())
                    .add(correction(row, 0));
        });
        return found;
    }

    void settle(Collection<Long> numbers, String run) {
        if (!numbers.isEmpty()) {
            jdbc.sql("""
                            update subject.correction set settled_at = now(), settled_run = :run
                            where correction_id = any(:numbers)""")
                    .param("run", run)
                    .param("numbers", numbers.toArray(Long[]::new))
                    .update();
        }
    }

    void outrank(Map<Long, List<SourceKey>> records) {
        records.forEach((number, keys) -> {
            jdbc.sql("delete from subject.outranked where correction_id = :number")
                    .param("number", number)
                    .update();
            for (SourceKey key : keys) {
                jdbc.sql("""
                                insert into subject.outranked (correction_id, feed, source_key)
                                values (:number, :feed, :key) on conflict do nothing""")
                        .param("number", number)
                        .param("feed", key.feed())
                        .param("key", key.key())
                        .update();
            }
        });
    }

    Map<Long, List<SourceKey>> outranked() {
        Map<Long, List<SourceKey>> found = new TreeMap<>();
        jdbc.sql("""
                        select o.correction_id, o.feed, o.source_key
                        from subject.outranked o join subject.correction c using (correction_id)
                        where c.settled_at is null and c.undone_at is null and c.erased_at is null
                        order by o.correction_id, o.feed collate "C", o.source_key collate "C\"""").query(row -> {
            found.computeIfAbsent(row.getLong(1), number -> new ArrayList<>())
                    .add(new SourceKey(row.getString(2), row.getString(3)));
        });
        return found;
    }

    Optional<Correction> find(long number) {
        return jdbc.sql("select * from subject.correction where correction_id = :number")
                .param("number", number)
                .query(this::correction)
                .optional();
    }

    List<Correction> latest(int limit) {
        return jdbc.sql("select * from subject.correction order by correction_id desc limit :limit")
                .param("limit", limit)
                .query(this::correction)
                .list();
    }

    List<Correction> about(String person) {
        return jdbc.sql("""
                        select * from subject.correction
                        where coalesce(mart.current_id(person_id), person_id) = :person order by correction_id""").param("person", person).query(this::correction).list();
    }

    private static byte[] place(String person, String attribute) {
        return Context.of(SAID.place(), person, attribute);
    }

    private Correction correction(ResultSet row, int line) throws SQLException {
        byte @Nullable [] sealed = row.getBytes("said");
        @Nullable
        Said said = sealed == null
                ? null
                : MAPPER.readValue(
                        keys.open(sealed, place(row.getString("person_id"), row.getString("attribute"))), Said.class);
        return new Correction(
                row.getLong("correction_id"),
                row.getString("person_id"),
                row.getString("attribute"),
                said == null ? null : said.value(),
                said == null ? null : said.proof(),
                Optional.ofNullable(row.getObject("since", LocalDate.class)),
                row.getString("actor"),
                row.getTimestamp("at").toInstant(),
                state(row));
    }

    private static State state(ResultSet row) throws SQLException {
        if (row.getTimestamp("erased_at") != null) {
            return State.ERASED;
        }
        if (row.getTimestamp("undone_at") != null) {
            return State.UNDONE;
        }
        return row.getTimestamp("settled_at") != null ? State.SETTLED : State.IN_FORCE;
    }
}
