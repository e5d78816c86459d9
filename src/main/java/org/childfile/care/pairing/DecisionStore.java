package org.childfile.care.pairing;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.Subject;
import org.childfile.care.pairing.Decisions.Said;
import org.childfile.care.pairing.Decisions.Side;
import org.childfile.database.SqlFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The tables of decisions. Every method but {@link #alone} runs in its caller's transaction. */
final class DecisionStore {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TARGETS = new TypeReference<>() {};
    private static final TypeReference<Set<String>> NAMES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Keyring keys;

    DecisionStore(DataSource dataSource, Keyring keys) {
        this.keys = keys;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** A pairing as it stands; a person whom nobody knows has an empty id. */
    record Standing(String pairingId, String childId, String volunteerId, String state, LocalDate since) {}

    /**
     * Persons who turned out to be others.
     *
     * @param joined whether two are one; else one is two
     * @param calls open calls for help for them
     * @param stay the pairings of which it is proposed that they stay as they are
     * @param follow by pairing the person whom it would go over to
     * @param anew by call the child for whom it would be made anew
     */
    record Question(
            boolean joined,
            List<String> persons,
            List<String> pairings,
            List<String> calls,
            Set<String> stay,
            Map<String, String> follow,
            Map<String, String> anew) {
        Question {
            persons = List.copyOf(persons);
            pairings = List.copyOf(pairings);
            calls = List.copyOf(calls);
            stay = Set.copyOf(stay);
            follow = Map.copyOf(follow);
            anew = Map.copyOf(anew);
        }

        /** All that it is about. */
        List<String> about() {
            return Stream.concat(pairings.stream(), calls.stream()).toList();
        }
    }

    Optional<Question> question(long number) {
        return jdbc.sql("""
                        select kind like 'joined-%' as joined, persons, pairings, calls,
                               coalesce(proposal ->> 'keep', '[]') as stay,
                               coalesce(proposal ->> 'follow', '{}') as follow,
                               coalesce(proposal ->> 'calls', '{}') as anew
                        from pairing.question where question_id = :number and resolved_at is null""")
                .param("number", number)
                .query((row, index) -> new Question(
                        row.getBoolean("joined"),
                        List.of((String[]) row.getArray("persons").getArray()),
                        List.of((String[]) row.getArray("pairings").getArray()),
                        List.of((String[]) row.getArray("calls").getArray()),
                        MAPPER.readValue(row.getString("stay"), NAMES),
                        MAPPER.readValue(row.getString("follow"), TARGETS),
                        MAPPER.readValue(row.getString("anew"), TARGETS)))
                .optional();
    }

    /** @param persons whom the question is about */
    void resolved(long number, List<String> persons, Said said) {
        jdbc.sql("""
                        update pairing.question set resolved_at = now(), resolved_by = :actor, resolve_reason = :reason
                        where question_id = :number""")
                .param("number", number)
                .param("actor", said.actor())
                .param("reason", sealed(persons, said.reason()), Types.VARCHAR)
                .update();
    }

    /** Why it was decided so, which may hold whatever befell those whom it is about. */
    private @Nullable String sealed(List<String> persons, @Nullable String reason) {
        return reason == null
                ? null
                : keys.texts().seal(persons.stream().map(Subject::person).toList(), "reason", reason);
    }

    /** The pairing is another person's from now on: a child's or a volunteer's, as its id says. */
    void goOver(String id, String person) {
        jdbc.sql("""
                        update pairing.pairing
                        set child_id = case when :person like 'C%' then :person else child_id end,
                            volunteer_id = case when :person like 'V%' then :person else volunteer_id end
                        where pairing_id = :id""").param("id", id).param("person", person).update();
    }

    /** Does something in one transaction, in which nobody else decides about pairings. */
    <T> T alone(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("lock table pairing.pairing in share row exclusive mode").update();
            return work.get();
        }));
    }

    Optional<Standing> find(String id) {
        return jdbc.sql("""
                        select pairing_id, coalesce(child_id, '') as child_id, coalesce(volunteer_id, '') as volunteer_id,
                               state, since
                        from pairing.pairing where pairing_id = :id""").param("id", id).query(Standing.class).optional();
    }

    /** What forbids a pair; empty: nothing. */
    Optional<String> obstacle(String child, String volunteer, LocalDate day) {
        return jdbc.sql(SqlFiles.read("care/pairing/obstacles"))
                .param("child", child)
                .param("volunteer", volunteer)
                .param("day", day)
                .query(String.class)
                .optional();
    }

    void change(String id, String state, LocalDate since, @Nullable LocalDate until) {
        jdbc.sql("update pairing.pairing set state = :state, since = :since, until = :until where pairing_id = :id")
                .param("id", id)
                .param("state", state)
                .param("since", since)
                .param("until", until, Types.DATE)
                .update();
    }

    /** A confirmed pair under the next of our own numbers. */
    Standing add(String child, String volunteer, LocalDate day) {
        return jdbc.sql("""
                        insert into pairing.pairing (pairing_id, child_id, volunteer_id, state, since, reasons)
                        select 'CF' || coalesce(max(substr(pairing_id, 3)::bigint), 0) + 1, :child, :volunteer, 'confirmed',
                               :day, '{"added": true}'
                        from pairing.pairing where pairing_id ~ '^CF[0-9]{1,15}$'
                        returning pairing_id, child_id, volunteer_id, state, since""")
                .param("child", child)
                .param("volunteer", volunteer)
                .param("day", day)
                .query(Standing.class)
                .single();
    }

    void note(Standing standing, String kind, Side side, Said said) {
        jdbc.sql("""
                        insert into pairing.decision (pairing_id, kind, child_id, volunteer_id, side, actor, reason, day)
                        values (:id, :kind, nullif(:child, ''), nullif(:volunteer, ''), :side, :actor, :reason, :day)""")
                .param("id", standing.pairingId())
                .param("kind", kind)
                .param("child", standing.childId())
                .param("volunteer", standing.volunteerId())
                .param("side", side.written())
                .param("actor", said.actor())
                .param("reason", sealed(persons(standing), said.reason()), Types.VARCHAR)
                .param("day", said.day())
                .update();
    }

    private static List<String> persons(Standing standing) {
        return Stream.of(standing.childId(), standing.volunteerId())
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** The child has a caring mother from now on. */
    void cover(String child) {
        jdbc.sql("delete from pairing.uncovered where child_id = :child")
                .param("child", child)
                .update();
    }
}
