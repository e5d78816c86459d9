package org.childfile.files.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.Subject;
import org.childfile.files.identity.Verdict.Kind;
import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of what persons decided. Each statement is whole by itself. Over 250 lines: a method a question, of one table. */
final class VerdictStore {

    /** With the moment at which a record of a verdict in force last came with something else. */
    private static final String SELECT =
            "select v.*, c.changed_at from linkage.verdict v left join linkage.verdict_change c using (verdict_id)\n";

    private final JdbcClient jdbc;
    private final Keyring keys;

    VerdictStore(DataSource dataSource, Keyring keys) {
        this.keys = keys;
        this.jdbc = JdbcClient.create(dataSource);
    }

    List<Verdict> inForce(Population population) {
        return jdbc.sql("select * from linkage.verdict where population = :population and undone_at is null")
                .param("population", population.written())
                .query(this::verdict)
                .list();
    }

    /** A verdict that was said or undone since the last link step, by the mark of when. */
    record Reopened(long mark, Verdict verdict) {}

    /** Verdicts that were said or undone since the last link step. Read these before those in force. */
    List<Reopened> reopened(Population population) {
        return jdbc.sql("""
                        select v.*, o.mark from linkage.reopened o join linkage.verdict v using (verdict_id)
                        where v.population = :population""")
                .param("population", population.written())
                .query((row, line) -> new Reopened(row.getLong("mark"), verdict(row, line)))
                .list();
    }

    /** Closes them but for what was said or undone meanwhile. */
    void close(List<Reopened> reopened) {
        jdbc.sql("delete from linkage.reopened where mark = any(:marks)")
                .param("marks", reopened.stream().map(Reopened::mark).toArray(Long[]::new))
                .update();
    }

    /** The numbers of those records that are there. */
    Map<SourceKey, Long> present(Collection<SourceKey> named) {
        Map<SourceKey, Long> present = new HashMap<>();
        jdbc.sql("""
                        select r.record_id, r.feed, r.source_key
                        from unnest(:feeds, :keys) w (feed, key)
                        join mapping.source_record r on r.feed = w.feed and r.source_key = w.key""")
                .param("feeds", named.stream().map(SourceKey::feed).toArray(String[]::new))
                .param("keys", named.stream().map(this::stored).toArray(String[]::new))
                .query(row -> {
                    present.put(keys.tokens().clear(row.getString(2), row.getString(3)), row.getLong(1));
                });
        return present;
    }

    /** The population of a record; empty where it is not there. */
    Optional<Population> population(SourceKey key) {
        return jdbc.sql("select population from mapping.source_record where feed = :feed and source_key = :key")
                .param("feed", key.feed())
                .param("key", stored(key))
                .query(String.class)
                .optional()
                .map(written -> Population.valueOf(written.toUpperCase(Locale.ROOT)));
    }

    Optional<Verdict> inForce(SourceKey a, SourceKey b) {
        return jdbc.sql(SELECT + """
                        where v.undone_at is null
                        and v.feed_a = :feedA and v.key_a = :keyA and v.feed_b = :feedB and v.key_b = :keyB""")
                .param("feedA", a.feed())
                .param("keyA", stored(a))
                .param("feedB", b.feed())
                .param("keyB", stored(b))
                .query(this::withChange)
                .optional();
    }

    /** Writes a verdict; empty where one about the two is in force. */
    Optional<Verdict> say(Population population, Kind kind, SourceKey a, SourceKey b, String actor, String reason) {
        try {
            return jdbc.sql("""
                            with said as (
                                insert into linkage.verdict
                                    (population, kind, feed_a, key_a, feed_b, key_b, actor, at, reason)
                                values (:population, :kind, :feedA, :keyA, :feedB, :keyB, :actor, now(), :reason)
                                returning *),
                            marked as (insert into linkage.reopened (verdict_id) select verdict_id from said)
                            select * from said""")
                    .param("population", population.written())
                    .param("kind", kind.written())
                    .param("feedA", a.feed())
                    .param("keyA", stored(a))
                    .param("feedB", b.feed())
                    .param("keyB", stored(b))
                    .param("actor", actor)
                    .param("reason", sealed(a, b, reason))
                    .query(this::verdict)
                    .optional();
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    /** Takes a verdict back; empty where it is not in force. */
    Optional<Verdict> undo(long number, String actor, String reason) {
        Verdict said = find(number).orElse(null);
        if (said == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        with undone as (
                            update linkage.verdict set undone_at = now(), undone_by = :actor, undo_reason = :reason
                            where verdict_id = :number and undone_at is null
                            returning *),
                        marked as (
                            insert into linkage.reopened (verdict_id) select verdict_id from undone
                            on conflict (verdict_id) do update set mark = default)
                        select * from undone""")
                .param("number", number)
                .param("actor", actor)
                .param("reason", sealed(said.a(), said.b(), reason))
                .query(this::verdict)
                .optional();
    }

    /** Says in place of a verdict in force what holds on the data of now; empty where it is not in force. */
    Optional<Verdict> sayAgain(Verdict said, Kind kind, String actor, String reason) {
        return jdbc.sql("""
                        with undone as (
                            update linkage.verdict set undone_at = now(), undone_by = :actor, undo_reason = :reason
                            where verdict_id = :number and undone_at is null
                            returning *),
                        said as (
                            insert into linkage.verdict (population, kind, feed_a, key_a, feed_b, key_b, actor, at, reason)
                            select population, :kind, feed_a, key_a, feed_b, key_b, :actor, now(), :reason from undone
                            returning *),
                        marked as (
                            insert into linkage.reopened (verdict_id)
                            select verdict_id from undone union all select verdict_id from said
                            on conflict (verdict_id) do update set mark = default)
                        select * from said""")
                .param("number", said.number())
                .param("kind", kind.written())
                .param("actor", actor)
                .param("reason", sealed(said.a(), said.b(), reason))
                .query(this::verdict)
                .optional();
    }

    /** Why somebody says so, which may hold whatever the records do. */
    private String sealed(SourceKey a, SourceKey b, String reason) {
        List<Subject> both = List.of(Subject.record(a.feed(), stored(a)), Subject.record(b.feed(), stored(b)));
        return keys.texts().seal(both, "reason", reason);
    }

    Optional<Verdict> find(long number) {
        return jdbc.sql(SELECT + "where v.verdict_id = :number")
                .param("number", number)
                .query(this::withChange)
                .optional();
    }

    List<Verdict> latest(int limit) {
        return jdbc.sql(SELECT + "order by v.verdict_id desc limit :limit")
                .param("limit", limit)
                .query(this::withChange)
                .list();
    }

    /** Verdicts in force of which a record has changed since, the latest first. */
    List<Verdict> changed(int limit) {
        return jdbc.sql(SELECT + "where c.changed_at is not null order by v.verdict_id desc limit :limit")
                .param("limit", limit)
                .query(this::withChange)
                .list();
    }

    /**
     * Verdicts in force of others that a reviewer has not given an opinion on, oldest first. Others are other persons: by
     * which account somebody came, or for whom, makes nobody another.
     */
    List<Verdict> toSecond(String actor, int limit) {
        return jdbc.sql("""
                        select * from linkage.verdict v
                        where undone_at is null
                          and split_part(split_part(actor, ', for ', 1), ' (', 1) <> :person and not exists (
                            select from linkage.second_opinion o
                            where o.verdict_id = v.verdict_id
                              and split_part(split_part(o.actor, ', for ', 1), ' (', 1) = :person)
                        order by verdict_id limit :limit""")
                .param("person", person(actor))
                .param("limit", limit)
                .query(this::verdict)
                .list();
    }

    /** Keeps a second opinion; false where the reviewer has given one, or said the verdict. */
    boolean second(long number, Kind kind, String actor, String reason) {
        Verdict said = find(number).orElse(null);
        if (said == null) {
            return false;
        }
        return jdbc.sql("""
                        insert into linkage.second_opinion (verdict_id, kind, actor, at, reason)
                        select verdict_id, :kind, :actor, now(), :reason from linkage.verdict v
                        where verdict_id = :number
                          and split_part(split_part(actor, ', for ', 1), ' (', 1) <> :person and not exists (
                            select from linkage.second_opinion o
                            where o.verdict_id = v.verdict_id
                              and split_part(split_part(o.actor, ', for ', 1), ' (', 1) = :person)
                        on conflict do nothing""")
                        .param("number", number)
                        .param("kind", kind.written())
                        .param("actor", actor)
                        .param("person", person(actor))
                        .param("reason", sealed(said.a(), said.b(), reason))
                        .update()
                == 1;
    }

    /** Who it is, of {@code wang (via sudo as childfile), for li}. */
    private static String person(String actor) {
        return actor.split(", for ", 2)[0].split(" \\(", 2)[0];
    }

    /** Every second opinion beside what was said first. */
    List<ReviewerAgreement.Pair> opinions() {
        return jdbc.sql("""
                        select v.verdict_id, v.kind, o.kind
                        from linkage.second_opinion o join linkage.verdict v using (verdict_id)
                        order by v.verdict_id, o.opinion_id""")
                .query((row, line) ->
                        new ReviewerAgreement.Pair(row.getLong(1), kind(row.getString(2)), kind(row.getString(3))))
                .list();
    }

    /** A key as it stands in tables. */
    private String stored(SourceKey key) {
        return keys.tokens().stored(key).key();
    }

    private Verdict withChange(ResultSet row, int line) throws SQLException {
        @Nullable Timestamp changed = row.getTimestamp("changed_at");
        return verdict(row, changed == null ? null : changed.toInstant());
    }

    private Verdict verdict(ResultSet row, int line) throws SQLException {
        return verdict(row, (Instant) null);
    }

    private Verdict verdict(ResultSet row, @Nullable Instant changed) throws SQLException {
        @Nullable Timestamp undone = row.getTimestamp("undone_at");
        return new Verdict(
                row.getLong("verdict_id"),
                kind(row.getString("kind")),
                keys.tokens().clear(row.getString("feed_a"), row.getString("key_a")),
                keys.tokens().clear(row.getString("feed_b"), row.getString("key_b")),
                row.getString("actor"),
                row.getTimestamp("at").toInstant(),
                keys.texts().clear(row.getString("reason")),
                changed,
                undone == null
                        ? null
                        : new Verdict.Undone(
                                row.getString("undone_by"),
                                undone.toInstant(),
                                keys.texts().clear(row.getString("undo_reason"))));
    }

    private static Kind kind(String written) {
        return Kind.valueOf(written.toUpperCase(Locale.ROOT));
    }
}
