package org.childfile.files.digitalfile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.Subject;
import org.childfile.files.digitalfile.Finding.Undone;
import org.childfile.files.digitalfile.Findings.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of findings. Every method runs in its caller's transaction. */
final class FindingStore {

    private static final String COLUMNS = "finding_id, coalesce(mart.current_id(child_id), child_id) as child_id, rule,"
            + " outcome, found_on, reason, actor, at, undone_at, undone_by, undo_reason";

    private final JdbcClient jdbc;
    private final Keyring keys;

    FindingStore(DataSource dataSource, Keyring keys) {
        this.keys = keys;
        this.jdbc = JdbcClient.create(dataSource);
    }

    List<Finding> insert(Said said) {
        return jdbc.sql("""
                        insert into digitalfile.finding (child_id, rule, outcome, found_on, substance, reason, actor, at)
                        select h.child_id, h.rule, :outcome, :on, h.substance, :reason, :actor, now()
                        from digitalfile.hit h
                        where h.child_id = :child and h.part = 'hidden' and h.superseded_at is null
                          and (:rule::text is null or h.rule = :rule)
                        order by h.rule
                        returning\s""" + COLUMNS)
                .param("outcome", said.result().written())
                .param("on", said.foundOn())
                .param("reason", sealed(said.childId(), said.reason()))
                .param("actor", said.actor())
                .param("child", said.childId())
                .param("rule", said.rule().orElse(null))
                .query(this::finding)
                .list();
    }

    /** What was found, which may hold whatever befell the child. */
    private String sealed(String child, String reason) {
        return keys.texts().of(Subject.person(child)).seal("reason", reason);
    }

    Optional<Finding> undo(long number, String actor, String reason) {
        Optional<String> child = jdbc.sql("select child_id from digitalfile.finding where finding_id = :number")
                .param("number", number)
                .query(String.class)
                .optional();
        if (child.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        update digitalfile.finding set undone_at = now(), undone_by = :actor, undo_reason = :reason
                        where finding_id = :number and undone_at is null
                        returning\s""" + COLUMNS)
                .param("actor", actor)
                .param("reason", sealed(child.get(), reason))
                .param("number", number)
                .query(this::finding)
                .optional();
    }

    List<Finding> latest(int limit) {
        return jdbc.sql("select " + COLUMNS + " from digitalfile.finding order by finding_id desc limit :limit")
                .param("limit", limit)
                .query(this::finding)
                .list();
    }

    Optional<LocalDate> lastDay() {
        return jdbc.sql("select max(day) as day from ops.run where kind = 'nightly' and state in ('done', 'attention')")
                .query((row, line) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .single();
    }

    private Finding finding(ResultSet row, int line) throws SQLException {
        @Nullable Timestamp undone = row.getTimestamp("undone_at");
        return new Finding(
                row.getLong("finding_id"),
                row.getString("child_id"),
                row.getString("rule"),
                Finding.Result.of(row.getString("outcome")).orElseThrow(),
                row.getObject("found_on", LocalDate.class),
                clear(row.getString("reason")),
                row.getString("actor"),
                row.getTimestamp("at").toInstant(),
                undone == null
                        ? null
                        : new Undone(
                                row.getString("undone_by"),
                                undone.toInstant(),
                                keys.texts().clear(row.getString("undo_reason"))));
    }

    private @Nullable String clear(@Nullable String reason) {
        return reason == null ? null : keys.texts().clear(reason);
    }
}
