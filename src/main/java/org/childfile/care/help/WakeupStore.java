package org.childfile.care.help;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedTexts;
import org.childfile.access.privacy.Subject;
import org.childfile.database.SqlFiles;
import org.childfile.files.setaside.SetAside;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.ingest.mapping.SourceRecords;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables of calls, event lists and drafts. Every method runs in its caller's transaction.
 *
 * <p>Over 250 lines, because these tables are written together.
 */
final class WakeupStore {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Keyring keys;
    private final SourceRecords records;
    private final Sealed sealed;

    WakeupStore(DataSource dataSource, Keyring keys) {
        this.jdbc = JdbcClient.create(dataSource);
        this.keys = keys;
        this.records = new SourceRecords(dataSource, keys);
        this.sealed = new Sealed(keys);
    }

    /** A care record that holds a call, and what its pairing is about. */
    record Noted(
            SourceKey key,
            Kind kind,
            Instant at,
            @Nullable String pairing,
            @Nullable String child,
            String words,
            Optional<String> photo) {}

    /** Writes a call; false where it was written before. */
    boolean insert(Call call, LocalDate day) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("words", call.words());
        call.photo().ifPresent(photo -> said.put("photo", photo));
        Call.Origin.@Nullable Feed feed = call.origin() instanceof Call.Origin.Feed origin ? origin : null;
        return jdbc.sql("""
                        insert into wakeup.wakeup (wakeup_id, child_id, pairing_id, kind, origin, feed, source_key, caller, at,
                                                   day, digest, said, run_id)
                        values (:id, :child, :pairing, :kind, :origin, :feed, :key, :caller, :at, :day, :digest, :said, :run)
                        on conflict do nothing""")
                        .param("id", call.id())
                        .param("child", call.child())
                        .param("pairing", call.pairing())
                        .param("kind", call.kind().name())
                        .param("origin", call.origin().written())
                        .param("feed", feed == null ? null : feed.record().feed())
                        .param("key", feed == null ? null : feed.record().key())
                        .param("caller", call.caller())
                        .param("at", Timestamp.from(call.at()))
                        .param("day", day)
                        .param("digest", digest(call))
                        .param("said", sealed.sealWords(call.id(), said))
                        .param("run", feed == null ? null : feed.runId())
                        .update()
                > 0;
    }

    /** The child of a call that was taken without one is known now; false where it was known. */
    boolean adopt(Call call) {
        boolean adopted = jdbc.sql(
                                "update wakeup.wakeup set child_id = :child where wakeup_id = :id and child_id is null and state <> 'closed'")
                        .param("child", call.child())
                        .param("id", call.id())
                        .update()
                > 0;
        for (String table : List.of("application", "application_event")) {
            jdbc.sql("update wakeup." + table + " set child_id = :child where wakeup_id = :id and child_id is null")
                    .param("child", call.child())
                    .param("id", call.id())
                    .update();
        }
        return adopted;
    }

    /** Whether the call of this id says the same. */
    boolean same(Call call) {
        return jdbc.sql("select digest = :digest from wakeup.wakeup where wakeup_id = :id")
                .param("digest", digest(call))
                .param("id", call.id())
                .query(Boolean.class)
                .single();
    }

    private byte[] digest(Call call) {
        return keys.digest(call.content().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    void insert(Call call, List<Item> items, Set<String> identifiers) {
        SealedTexts.OfSubject texts = keys.texts().of(Subject.call(call.id()));
        int number = 0;
        for (Item item : items) {
            number++;
            boolean hidden = identifiers.contains(item.attribute());
            jdbc.sql("""
                            insert into wakeup.item
                                (wakeup_id, number, child_id, feed, source_key, attribute, value, sealed, observed_at)
                            values (:id, :number, :child, :feed, :key, :attribute, :value::jsonb, :sealed, :at)""")
                    .param("id", call.id())
                    .param("number", number)
                    .param("child", call.child())
                    .param("feed", item.key().feed())
                    .param("key", keys.tokens().stored(item.key()).key())
                    .param("attribute", item.attribute())
                    .param("value", hidden ? null : JSON.writeValueAsString(sealed(texts, item)))
                    .param("sealed", hidden ? sealed.sealValue(call.id(), number, item.value()) : null)
                    .param("at", Timestamp.from(item.observedAt()))
                    .update();
        }
    }

    /** The value with each of its texts sealed. */
    private static Object sealed(SealedTexts.OfSubject texts, Item item) {
        return switch (item.value()) {
            case String text -> texts.seal(item.attribute(), text);
            case List<?> list ->
                list.stream()
                        .map(each -> texts.seal(item.attribute(), each.toString()))
                        .toList();
            case Object flag -> flag;
        };
    }

    /** Writes a draft; false where it was written before. */
    boolean insert(Call call, Draft draft, Instant now) {
        return jdbc.sql("""
                        insert into wakeup.application
                            (application_id, wakeup_id, child_id, template, department, urgent, state, department_state, deadline, body,
                             missing, confirmed_by, next_at, attention)
                        values (:id, :wakeup, :child, :template, :department, :urgent, 'drafted', 'drafted', :deadline, :body,
                                :missing, null, :now, :attention)
                        on conflict do nothing""")
                        .param("id", draft.id())
                        .param("wakeup", call.id())
                        .param("child", call.child())
                        .param("template", draft.template().name())
                        .param("department", draft.template().department())
                        .param("urgent", draft.template().urgent())
                        .param("deadline", draft.deadline())
                        .param("body", sealed.sealBody(draft.id(), draft.body()))
                        .param("missing", draft.missing().toArray(String[]::new))
                        .param("now", Timestamp.from(now))
                        .param(
                                "attention",
                                draft.confirmed() ? null : draft.missing().isEmpty() ? "CONFIRM" : "MISSING_FIELD")
                        .update()
                > 0;
    }

    /** Care records that hold a call which was not taken yet, the urgent ones first. */
    List<Noted> noted() {
        List<Noted> noted = new ArrayList<>();
        records.streamRows(SqlFiles.read("care/help/noted"), row -> {
            SourceRecord record = records.read(row);
            noted.add(new Noted(
                    new SourceKey(row.getString("feed"), row.getString("source_key")),
                    Kind.of(row.getString("kind")).orElseThrow(),
                    row.getTimestamp("at").toInstant(),
                    row.getString("pairing_id"),
                    row.getString("child_id"),
                    Objects.requireNonNullElse(record.text("note"), ""),
                    record.texts("attachments").stream().findFirst()));
        });
        return noted;
    }

    /** What the feeds brought as problems of a kind that nobody knows. */
    List<SetAside> unknownProblems() {
        return jdbc.sql(SqlFiles.read("care/help/unknown-problems"))
                .query((row, line) -> SetAside.of(
                        new SourceKey(row.getString("feed"), row.getString("source_key")),
                        "problem",
                        row.getString("reason")))
                .list();
    }

    /** Calls for a child that was joined to another go on as the other's, and come back when the join is undone. */
    void follow() {
        jdbc.sql(SqlFiles.read("care/help/come-back")).update();
        jdbc.sql(SqlFiles.read("care/help/follow")).update();
    }

    /** The kind of a call; empty where there is none of this id. */
    Optional<Kind> kind(String id) {
        return jdbc.sql("select kind from wakeup.wakeup where wakeup_id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .flatMap(Kind::of);
    }

    /** The pairing of a child that is in force, where there is one. */
    Optional<String> pairing(String child) {
        return jdbc.sql("""
                        select pairing_id from pairing.pairing
                        where child_id = :child and state in ('active', 'confirmed') order by since desc, pairing_id limit 1""").param("child", child).query(String.class).optional();
    }

    /** The id under which a child lives; empty for one that was never given, or lives no more. */
    Optional<String> living(String child) {
        return jdbc.sql("""
                        select v.person_id from versions.child_version v
                        where v.person_id = mart.current_id(:child) and v.superseded_at is null and v.valid_to is null""").param("child", child).query(String.class).optional();
    }

    /** What was called, as a call for another child by who says so: of the same two always the same call. */
    Optional<Call> again(String id, String child, String actor, Instant now) {
        return jdbc.sql("select kind, said from wakeup.wakeup where wakeup_id = :id and said is not null")
                .param("id", id)
                .query((row, line) -> {
                    Map<String, String> said = sealed.words(id, row.getBytes("said"));
                    return new Call(
                            child,
                            null,
                            Kind.of(row.getString("kind")).orElseThrow(),
                            said.getOrDefault("words", ""),
                            Optional.ofNullable(said.get("photo")),
                            new Call.Origin.Cli(),
                            actor,
                            Optional.of(id + '\0' + child),
                            now);
                })
                .optional();
    }

    /** A person closes a call; false where none of this id is open. */
    boolean close(String id, String actor, String reason, Instant now) {
        Optional<byte[]> said = jdbc.sql(
                        "select said from wakeup.wakeup where wakeup_id = :id and state <> 'closed' for no key update")
                .param("id", id)
                .query(byte[].class)
                .optional();
        if (said.isEmpty()) {
            return false;
        }
        Map<String, String> words = new LinkedHashMap<>(sealed.words(id, said.get()));
        words.put("reason", reason);
        jdbc.sql("""
                        update wakeup.wakeup set state = 'closed', closed_by = :actor, ended_at = :now, said = :said
                        where wakeup_id = :id""")
                .param("actor", actor)
                .param("now", Timestamp.from(now))
                .param("said", sealed.sealWords(id, words))
                .param("id", id)
                .update();
        return true;
    }

    /**
     * A call is done when every application of it has ended. Locked first, so that of two that end together one sees
     * both; by no more than whoever refers to it (a foreign key) leaves free.
     */
    void settle(String id, Instant now) {
        jdbc.sql("select wakeup_id from wakeup.wakeup where wakeup_id = :id for no key update")
                .param("id", id)
                .query(String.class)
                .optional();
        jdbc.sql("""
                        update wakeup.wakeup w set state = 'done', ended_at = :now
                        where w.wakeup_id = :id and w.state = 'open'
                          and not exists (select from wakeup.application a where a.wakeup_id = w.wakeup_id and a.ended_at is null)
                          and exists (select from wakeup.application a where a.wakeup_id = w.wakeup_id)""").param("now", Timestamp.from(now)).param("id", id).update();
    }
}
