package org.childfile.care.help;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.care.help.Standing.Transition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of applications as an outbox. Every method runs in its caller's transaction. Who works on an application takes it by
 * a {@link Lease}, so that no connection is held while a department answers.
 *
 * <p>Over 250 lines, because every statement about an application's life stands beside the others.
 */
final class OutboxStore {

    private static final String SELECT = """
            select a.*, (select count(*) from wakeup.application_event e where e.application_id = a.application_id) as events
            from wakeup.application a join wakeup.wakeup w using (wakeup_id)
            """;

    private static final String FREE = "and (a.leased_until is null or a.leased_until <= :now)\n";
    private static final String TO_SEND =
            "where a.department_state = 'confirmed' and a.next_at <= :now and w.state <> 'closed'\n" + FREE;
    private static final String TO_FOLLOW =
            "where a.department_state in ('sent', 'received', 'in_hand', 'asked_back') and a.next_at <= :now\n" + FREE;

    private final JdbcClient jdbc;
    private final Sealed sealed;

    OutboxStore(DataSource dataSource, Keyring keys) {
        this.jdbc = JdbcClient.create(dataSource);
        this.sealed = new Sealed(keys);
    }

    /** What an application comes to by something that happened. */
    record Step(
            Transition transition,
            String actor,
            @Nullable String code,
            @Nullable String said) {
        Step(Transition transition, String actor) {
            this(transition, actor, null, null);
        }
    }

    /** The templates of what is to be sent, the urgent ones first. */
    List<String> templatesToSend(Instant now) {
        return templates(TO_SEND, now);
    }

    /** The templates of what is to be asked about. */
    List<String> templatesToFollow(Instant now) {
        return templates(TO_FOLLOW, now);
    }

    /** The reports of abuse that are to be sent. */
    List<String> reportsToSend(Instant now) {
        return jdbc.sql("select a.application_id from wakeup.application a join wakeup.wakeup w using (wakeup_id)\n"
                        + TO_SEND + "and a.urgent order by a.application_id")
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list();
    }

    /** Takes the next one of a template that is to be sent. */
    Optional<Application> toSend(Instant now, String template, Lease lease) {
        return claim(TO_SEND + "and a.template = :which", now, template, lease);
    }

    /** Takes the next one of a template whose department is to be asked how it stands. */
    Optional<Application> toFollow(Instant now, String template, Lease lease) {
        return claim(TO_FOLLOW + "and a.template = :which", now, template, lease);
    }

    /** Takes one that was not sent yet, unless somebody is at it. */
    Optional<Application> toSendOne(Instant now, String id, Lease lease) {
        return claim(
                "where a.department_state = 'confirmed' and w.state <> 'closed' and a.application_id = :which\n" + FREE,
                now,
                id,
                lease);
    }

    private List<String> templates(String which, Instant now) {
        return jdbc.sql("select a.template from wakeup.application a join wakeup.wakeup w using (wakeup_id)\n" + which
                        + "group by a.template order by bool_or(a.urgent) desc, a.template")
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list();
    }

    private Optional<Application> claim(String where, Instant now, String which, Lease lease) {
        return jdbc.sql("""
                        update wakeup.application set lease = :lease, leased_until = :until
                        where application_id = (
                            select a.application_id from wakeup.application a join wakeup.wakeup w using (wakeup_id)
                            WHERE
                            order by a.next_at, a.application_id limit 1 for update of a skip locked)
                        returning application_id""".replace("WHERE", where))
                .param("lease", lease.token())
                .param("until", Timestamp.from(lease.until()))
                .param("now", Timestamp.from(now))
                .param("which", which)
                .query(String.class)
                .optional()
                .flatMap(this::locked);
    }

    /** Locks one that is still held by a lease; empty where another attempt went on with it. */
    Optional<Application> held(String id, Lease lease) {
        return jdbc.sql(SELECT + "where a.application_id = :id and a.lease = :lease for update of a")
                .param("id", id)
                .param("lease", lease.token())
                .query(this::application)
                .optional();
    }

    /** The template of an application; empty where there is none of this id. */
    Optional<String> template(String id) {
        return jdbc.sql("select template from wakeup.application where application_id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** What is to be sent, confirmed and not sent; reports of abuse are counted nowhere. */
    int waiting() {
        return jdbc.sql("""
                        select count(*) from wakeup.application a join wakeup.wakeup w using (wakeup_id)
                        where a.department_state = 'confirmed' and w.state <> 'closed' and not a.urgent""").query(Integer.class).single();
    }

    /** Those of these applications that no department has yet, each with whether somebody is sending it. */
    Map<String, Boolean> unsent(List<String> ids, Instant now) {
        Map<String, Boolean> unsent = new HashMap<>();
        jdbc.sql("""
                        select application_id, department_state, coalesce(leased_until > :now, false) as going
                        from wakeup.application where application_id = any (:ids)""")
                .param("ids", ids.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query(row -> {
                    if (!State.of(row.getString("department_state")).sent()) {
                        unsent.put(row.getString("application_id"), row.getBoolean("going"));
                    }
                });
        return unsent;
    }

    /** Waits for the lock. */
    Optional<Application> locked(String id) {
        return jdbc.sql(SELECT + "where a.application_id = :id for update of a")
                .param("id", id)
                .query(this::application)
                .optional();
    }

    /** Those of a call, the urgent ones first. */
    List<String> of(String wakeup) {
        return jdbc.sql(
                        "select application_id from wakeup.application where wakeup_id = :id order by urgent desc, template")
                .param("id", wakeup)
                .query(String.class)
                .list();
    }

    /** Those of calls that go on whose deadline lies before a day, and which are not overdue yet. */
    List<String> late(LocalDate day) {
        return jdbc.sql("""
                        select a.application_id from wakeup.application a join wakeup.wakeup w using (wakeup_id)
                        where a.deadline < :day and a.ended_at is null and a.overdue_on is null and w.state <> 'closed'
                        order by a.application_id""").param("day", day).query(String.class).list();
    }

    /** Locks those of a call that were not sent, but for what is being sent right now. */
    List<Application> unsent(String wakeup, Instant now) {
        jdbc.sql("select application_id from wakeup.application where wakeup_id = :id order by 1 for update")
                .param("id", wakeup)
                .query(String.class)
                .list();
        return jdbc.sql(SELECT + "where a.wakeup_id = :id and a.department_state in ('drafted', 'confirmed')\n" + FREE
                        + "order by a.application_id for update of a")
                .param("id", wakeup)
                .param("now", Timestamp.from(now))
                .query(this::application)
                .list();
    }

    /** Closed calls of which something was being sent when they were closed, and nobody is at it any more. */
    List<String> abandoned(Instant now) {
        return jdbc.sql("""
                        select distinct a.wakeup_id from wakeup.application a join wakeup.wakeup w using (wakeup_id)
                        where w.state = 'closed' and a.department_state in ('drafted', 'confirmed')
                        """ + FREE + "order by 1")
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list();
    }

    /** Nobody needs to look after the applications of a closed call any more. */
    void closed(String wakeup) {
        jdbc.sql("""
                        update wakeup.application set attention = null, message = null
                        where wakeup_id = :id and attention is not null""").param("id", wakeup).update();
    }

    /** Whether the call of an application was closed by a person. */
    boolean callClosed(Application application) {
        return jdbc.sql("select state = 'closed' from wakeup.wakeup where wakeup_id = :id")
                .param("id", application.wakeup())
                .query(Boolean.class)
                .single();
    }

    /** Has every department asked at the next occasion. */
    void ask(Instant now) {
        jdbc.sql("""
                        update wakeup.application set next_at = :now
                        where department_state in ('sent', 'received', 'in_hand', 'asked_back') and next_at > :now""").param("now", Timestamp.from(now)).update();
    }

    /** Has everything that waits sent at the next occasion. */
    void hurry(Instant now) {
        jdbc.sql("update wakeup.application set next_at = :now where department_state = 'confirmed' and next_at > :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Writes that an application was drafted. */
    void drafted(Application application, Instant now) {
        event(application, application.standing(), new Step(new Transition.Confirmed(), "childfile"), now);
    }

    /** Takes a step; the application as it is then. What changes nothing leaves no trace. */
    Application take(Application application, Step step, Instant now) {
        Standing after = application.standing().after(step.transition());
        if (after.equals(application.standing()) && step.code() == null) {
            return application;
        }
        event(application, after, step, now);
        jdbc.sql("""
                        update wakeup.application
                        set state = :state, department_state = :department_state,
                            ended_at = case when :ended then :now else ended_at end,
                            sent_at = case when :sent then coalesce(sent_at, :now) else sent_at end
                        where application_id = :id""")
                .param("state", after.state().written())
                .param("department_state", after.departmentState().written())
                .param("ended", after.state().ended())
                .param("sent", after.departmentState().sent())
                .param("now", Timestamp.from(now))
                .param("id", application.id())
                .update();
        return locked(application.id()).orElseThrow();
    }

    private void event(Application application, Standing after, Step step, Instant now) {
        int number = application.events() + 1;
        jdbc.sql("""
                        insert into wakeup.application_event
                            (application_id, number, wakeup_id, child_id, at, state, actor, code, said)
                        values (:id, :number, :wakeup, :child, :now, :state, :actor, :code, :said)""")
                .param("id", application.id())
                .param("number", number)
                .param("wakeup", application.wakeup())
                .param("child", application.child().orElse(null))
                .param("now", Timestamp.from(now))
                .param("state", after.state().written())
                .param("actor", step.actor())
                .param("code", step.code())
                .param("said", step.said() == null ? null : sealed.sealAnswer(application.id(), number, step.said()))
                .update();
    }

    void confirmed(String id, String actor) {
        jdbc.sql("""
                        update wakeup.application set confirmed_by = :actor, attention = null, message = null
                        where application_id = :id""").param("actor", actor).param("id", id).update();
    }

    /** It went well: nothing is amiss any more. */
    void well(String id, Optional<String> receipt, Instant next) {
        jdbc.sql("""
                        update wakeup.application
                        set attempts = 0, attention = null, message = null, next_at = :next, receipt = coalesce(:receipt, receipt),
                            lease = null, leased_until = null
                        where application_id = :id""")
                .param("receipt", receipt.orElse(null))
                .param("next", Timestamp.from(next))
                .param("id", id)
                .update();
    }

    /** It did not; {@code attention} is null as long as another attempt may mend it. That of a closed call needs nobody. */
    void failed(String id, String message, @Nullable String attention, Instant next) {
        jdbc.sql("""
                        update wakeup.application a
                        set attempts = attempts + 1, message = :message, next_at = :next, lease = null, leased_until = null,
                            attention = case when w.state <> 'closed' then :attention end
                        from wakeup.wakeup w where w.wakeup_id = a.wakeup_id and a.application_id = :id""")
                .param("attention", attention)
                .param("message", message)
                .param("next", Timestamp.from(next))
                .param("id", id)
                .update();
    }

    void overdue(String id, LocalDate day, String escalatedTo) {
        jdbc.sql("""
                        update wakeup.application set overdue_on = :day, escalated_to = :to where application_id = :id""").param("day", day).param("to", escalatedTo).param("id", id).update();
    }

    private Application application(ResultSet row, int line) throws SQLException {
        byte[] body = row.getBytes("body");
        String id = row.getString("application_id");
        return new Application(
                id,
                row.getString("wakeup_id"),
                Optional.ofNullable(row.getString("child_id")),
                row.getString("template"),
                row.getBoolean("urgent"),
                new Standing(State.of(row.getString("state")), State.of(row.getString("department_state"))),
                row.getObject("deadline", LocalDate.class),
                body == null ? Optional.empty() : Optional.of(sealed.body(id, body)),
                Optional.ofNullable(row.getString("receipt")),
                row.getInt("attempts"),
                row.getInt("events"));
    }
}
