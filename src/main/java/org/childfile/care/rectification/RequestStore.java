package org.childfile.care.rectification;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.erasure.Correction;
import org.childfile.access.privacy.Context;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedColumn;
import org.childfile.access.privacy.Subject;
import org.childfile.care.help.Lease;
import org.childfile.care.help.Standing;
import org.childfile.care.help.State;
import org.childfile.database.SqlFiles;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of requests as an outbox. Every method runs in its caller's transaction. Who works on a request takes it by a
 * {@link Lease}, so that no connection is held while a department answers.
 *
 * <p>Over 250 lines, because every statement about a request's life stands beside the others.
 */
final class RequestStore {

    static final SealedColumn BODY =
            new SealedColumn("rectification.request", "body", "rectification.request.body", List.of("request_id"));
    static final SealedColumn ANSWER = new SealedColumn(
            "rectification.request_event", "said", "rectification.request_event.said", List.of("request_id", "number"));

    private static final String SELECT = """
            select r.*, (select count(*) from rectification.request_event e where e.request_id = r.request_id) as events
            from rectification.request r
            """;

    private final JdbcClient jdbc;
    private final Keyring keys;

    RequestStore(DataSource dataSource, Keyring keys) {
        this.jdbc = JdbcClient.create(dataSource);
        this.keys = keys;
    }

    /** What happened to a request: who made it happen, a code, and what the department wrote. */
    record Event(
            String actor, @Nullable String code, @Nullable String said) {}

    /** How often a department was told of a record before, and the record came right; empty while a request about it stands. */
    Optional<Integer> round(long correction, SourceKey record) {
        return jdbc.sql("""
                        select count(*) as rounds, coalesce(bool_or(outcome is distinct from 'feed-agrees'), false) as stands
                        from rectification.request
                        where correction_id = :correction and feed = :feed and source_key = :key""")
                .param("correction", correction)
                .param("feed", record.feed())
                .param("key", record.key())
                .query((row, number) ->
                        row.getBoolean("stands") ? Optional.<Integer>empty() : Optional.of(row.getInt("rounds")))
                .single();
    }

    boolean insert(
            String id,
            Correction correction,
            SourceKey record,
            RequestTemplate template,
            LocalDate day,
            LocalDate deadline,
            byte[] body,
            Instant now) {
        int written = jdbc.sql("""
                        insert into rectification.request (request_id, correction_id, person_id, feed, source_key, attribute,
                            department, state, department_state, day, deadline, body, next_at)
                        values (:id, :correction, :person, :feed, :key, :attribute, :department, 'confirmed', 'confirmed', :day,
                            :deadline, :body, :now) on conflict (request_id) do nothing""")
                .param("id", id)
                .param("correction", correction.number())
                .param("person", correction.personId())
                .param("feed", record.feed())
                .param("key", record.key())
                .param("attribute", correction.attribute())
                .param("department", template.department())
                .param("day", day)
                .param("deadline", deadline)
                .param("body", keys.seal(body, Context.of(BODY.place(), id), Subject.application(id)))
                .param("now", Timestamp.from(now))
                .update();
        if (written == 1) {
            event(id, 1, State.DRAFTED, new Event("childfile", null, null), now);
        }
        return written == 1;
    }

    /** Open requests whose records came right, or whose correction stands no more, each with its outcome. */
    List<Closing> toClose() {
        return jdbc.sql(SqlFiles.read("care/rectification/to-close"))
                .query((row, number) -> new Closing(row.getString(1), row.getString(2)))
                .list();
    }

    /** What can be due. */
    enum Due {
        SENDING("r.department_state = 'confirmed'"),
        FOLLOWING("r.department_state in ('sent', 'received', 'in_hand', 'asked_back')");

        private final String which;

        Due(String which) {
            this.which = which;
        }
    }

    /** A request that ends by itself. */
    record Closing(String id, String outcome) {}

    /** The feeds of whose departments some are to be sent, or asked about. */
    List<String> feeds(Due due, Instant now) {
        return jdbc.sql("select distinct r.feed from rectification.request r where " + due.which
                        + " and r.next_at <= :now order by 1")
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list();
    }

    /** Takes the next one of a feed that is due. */
    Optional<Request> next(Due due, String feed, Instant now, Lease lease) {
        return claim(due.which + " and r.next_at <= :now and r.feed = :of", now, lease, feed);
    }

    /** Takes one that was not sent yet, unless somebody is at it. */
    Optional<Request> toSendOne(Instant now, String id, Lease lease) {
        return claim(Due.SENDING.which + " and r.request_id = :of", now, lease, id);
    }

    private Optional<Request> claim(String which, Instant now, Lease lease, String of) {
        return jdbc.sql("""
                        update rectification.request set lease = :lease, leased_until = :until
                        where request_id = (
                            select r.request_id from rectification.request r
                            where (r.leased_until is null or r.leased_until <= :now) and WHICH
                            order by r.next_at, r.request_id limit 1 for update of r skip locked)
                        returning request_id""".replace("WHICH", which))
                .param("lease", lease.token())
                .param("until", Timestamp.from(lease.until()))
                .param("now", Timestamp.from(now))
                .param("of", of)
                .query(String.class)
                .optional()
                .flatMap(this::locked);
    }

    /** Locks one that is still held by a lease; empty where another attempt went on with it. */
    Optional<Request> held(String id, Lease lease) {
        return jdbc.sql(SELECT + "where r.request_id = :id and r.lease = :lease for update of r")
                .param("id", id)
                .param("lease", lease.token())
                .query(this::request)
                .optional();
    }

    /** Waits for the lock. */
    Optional<Request> locked(String id) {
        return jdbc.sql(SELECT + "where r.request_id = :id for update of r")
                .param("id", id)
                .query(this::request)
                .optional();
    }

    /** Those whose deadline lies before a day, and which are not overdue yet. */
    List<String> late(LocalDate day) {
        return jdbc.sql("""
                        select request_id from rectification.request
                        where deadline < :day and ended_at is null and overdue_on is null order by request_id""").param("day", day).query(String.class).list();
    }

    /** How many wait to be sent. */
    int waiting() {
        return jdbc.sql(
                        "select count(*) from rectification.request where department_state = 'confirmed' and ended_at is null")
                .query(Integer.class)
                .single();
    }

    /** Has all that waits sent, and all departments asked, at the next occasion. */
    void hurry(Instant now) {
        jdbc.sql("update rectification.request set next_at = :now where ended_at is null and next_at > :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Takes a step. What changes nothing and has no code leaves no trace. */
    void take(Request request, Standing after, Event event, @Nullable String outcome, Instant now) {
        if (after.equals(request.standing()) && event.code() == null) {
            return;
        }
        event(request.id(), request.events() + 1, after.state(), event, now);
        jdbc.sql("""
                        update rectification.request
                        set state = :state, department_state = :department_state,
                            ended_at = case when :ended then :now else ended_at end,
                            outcome = case when :ended then :outcome else outcome end,
                            sent_at = case when :sent then coalesce(sent_at, :now) else sent_at end
                        where request_id = :id""")
                .param("state", after.state().written())
                .param("department_state", after.departmentState().written())
                .param("ended", after.state().ended())
                .param("outcome", outcome, java.sql.Types.VARCHAR)
                .param("sent", after.departmentState().sent() && outcome == null)
                .param("now", Timestamp.from(now))
                .param("id", request.id())
                .update();
    }

    private void event(String id, int number, State state, Event event, Instant now) {
        byte @Nullable [] said = event.said() == null
                ? null
                : keys.seal(
                        event.said().getBytes(StandardCharsets.UTF_8),
                        Context.of(ANSWER.place(), id, Integer.toString(number)),
                        Subject.application(id));
        jdbc.sql("""
                        insert into rectification.request_event (request_id, number, at, state, actor, code, said)
                        values (:id, :number, :now, :state, :actor, :code, :said)""")
                .param("id", id)
                .param("number", number)
                .param("now", Timestamp.from(now))
                .param("state", state.written())
                .param("actor", event.actor())
                .param("code", event.code(), java.sql.Types.VARCHAR)
                .param("said", said, java.sql.Types.BINARY)
                .update();
    }

    static String answer(Keyring keys, String id, int number, byte[] sealed) {
        return new String(
                keys.open(sealed, Context.of(ANSWER.place(), id, Integer.toString(number))), StandardCharsets.UTF_8);
    }

    /** It went well: nothing is amiss any more. */
    void well(String id, Optional<String> receipt, Instant next) {
        jdbc.sql("""
                        update rectification.request
                        set attempts = 0, attention = null, message = null, next_at = :next, receipt = coalesce(:receipt, receipt),
                            lease = null, leased_until = null
                        where request_id = :id""")
                .param("receipt", receipt.orElse(null), java.sql.Types.VARCHAR)
                .param("next", Timestamp.from(next))
                .param("id", id)
                .update();
    }

    /** It did not; {@code attention} is null as long as another attempt may mend it. */
    void failed(String id, String message, @Nullable String attention, Instant next) {
        jdbc.sql("""
                        update rectification.request
                        set attempts = attempts + 1, attention = :attention, message = :message, next_at = :next,
                            lease = null, leased_until = null
                        where request_id = :id""")
                .param("attention", attention, java.sql.Types.VARCHAR)
                .param("message", message)
                .param("next", Timestamp.from(next))
                .param("id", id)
                .update();
    }

    void overdue(String id, LocalDate day) {
        jdbc.sql("update rectification.request set overdue_on = :day where request_id = :id")
                .param("day", day)
                .param("id", id)
                .update();
    }

    private Request request(ResultSet row, int line) throws SQLException {
        byte[] body = row.getBytes("body");
        String id = row.getString("request_id");
        return new Request(
                id,
                row.getString("feed"),
                new Standing(State.of(row.getString("state")), State.of(row.getString("department_state"))),
                row.getObject("deadline", LocalDate.class),
                body == null ? Optional.empty() : Optional.of(keys.open(body, Context.of(BODY.place(), id))),
                Optional.ofNullable(row.getString("receipt")),
                row.getInt("attempts"),
                row.getInt("events"));
    }
}
