package org.childfile.access.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests for more than one person may see alone, and what a second person said to them. */
public final class ApprovalStore {

    private final JdbcClient jdbc;

    public ApprovalStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** How a request stands. */
    public enum State {
        ASKED,
        GRANTED,
        REFUSED,
        USED,
        EXPIRED
    }

    /**
     * One request.
     *
     * @param subject who asked, as it is recorded
     * @param person who asked, whatever account was used
     * @param persons of how many persons
     * @param decidedBy who decided; null while nobody did
     */
    public record Request(
            long number,
            OffsetDateTime at,
            String subject,
            String person,
            String action,
            int persons,
            String reason,
            State state,
            @Nullable String decidedBy) {}

    /** Uses up a consent that covers a request; empty where there is none. */
    public OptionalLong use(String person, byte[] request, int persons) {
        return jdbc.sql("""
                        update audit.approval set used_at = clock_timestamp()
                        where approval_id = (
                            select approval_id from audit.approval
                            where person = :person and request = :request and persons >= :persons
                              and granted and used_at is null and expires > clock_timestamp()
                            order by approval_id limit 1 for update)
                        returning approval_id""")
                .param("person", person)
                .param("request", request)
                .param("persons", persons)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Keeps a request; who asked the same already and was not answered yet is given that one's number. */
    public long ask(OperatorIdentity who, String action, byte[] request, int persons, String reason) {
        return jdbc.sql("""
                        select approval_id from audit.approval
                        where person = :person and request = :request and persons >= :persons and decided_at is null
                        order by approval_id limit 1""")
                .param("person", who.person())
                .param("request", request)
                .param("persons", persons)
                .query(Long.class)
                .optional()
                .orElseGet(() -> jdbc.sql("""
                                insert into audit.approval (subject, person, action, request, persons, reason)
                                values (:subject, :person, :action, :request, :persons, :reason)
                                returning approval_id""")
                        .param("subject", who.recorded())
                        .param("person", who.person())
                        .param("action", action)
                        .param("request", request)
                        .param("persons", persons)
                        .param("reason", reason)
                        .query(Long.class)
                        .single());
    }

    public Optional<Request> find(long number) {
        return jdbc.sql("select * from audit.approval where approval_id = :number")
                .param("number", number)
                .query(ApprovalStore::request)
                .optional();
    }

    /** The latest first. */
    public List<Request> latest(int limit) {
        return jdbc.sql("select * from audit.approval order by approval_id desc limit :limit")
                .param("limit", limit)
                .query(ApprovalStore::request)
                .list();
    }

    /** Decides a request; false where somebody did already. */
    public boolean decide(long number, String by, boolean granted, Duration lives) {
        return jdbc.sql("""
                        update audit.approval
                        set decided_at = clock_timestamp(), decided_by = :by, granted = :granted,
                            expires = clock_timestamp() + make_interval(secs => :seconds)
                        where approval_id = :number and decided_at is null""")
                        .param("number", number)
                        .param("by", by)
                        .param("granted", granted)
                        .param("seconds", lives.toSeconds())
                        .update()
                == 1;
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getLong("approval_id"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("subject"),
                row.getString("person"),
                row.getString("action"),
                row.getInt("persons"),
                row.getString("reason"),
                state(row),
                row.getString("decided_by"));
    }

    private static State state(ResultSet row) throws SQLException {
        if (row.getObject("decided_at") == null) {
            return State.ASKED;
        }
        if (!row.getBoolean("granted")) {
            return State.REFUSED;
        }
        if (row.getObject("used_at") != null) {
            return State.USED;
        }
        return row.getObject("expires", OffsetDateTime.class).isBefore(OffsetDateTime.now(java.time.ZoneOffset.UTC))
                ? State.EXPIRED
                : State.GRANTED;
    }
}
