package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.childfile.access.erasure.Corrections;
import org.childfile.access.erasure.Erasure.Keep;
import org.childfile.access.erasure.Erasure.Outcome;
import org.childfile.access.erasure.Erasure.Reason;
import org.childfile.access.erasure.KeptByLaw;
import org.childfile.access.keys.TestKeys;
import org.childfile.access.privacy.KeyDestroyed;
import org.childfile.access.privacy.Keyring;
import org.childfile.care.help.Call;
import org.childfile.care.help.Kind;
import org.childfile.care.help.Wakeups;
import org.childfile.database.TestDatabase;
import org.childfile.files.identity.Verdict;
import org.childfile.files.identity.Verdicts;
import org.childfile.files.versions.SealedRows;
import org.childfile.ingest.landing.Sealing;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecords;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A walk through every column of every table that the catalogue knows, and through a copy of the sealed bytes, after forgetting.
 *
 * <p>Over 250 lines, because everything that can be said of a child is said here.
 */
class ForgottenEverywhereTest {

    private final Nights nights = Nights.shared().empty();
    private final JdbcClient jdbc = JdbcClient.create(nights.database());
    /** Sees every table. */
    private final JdbcClient owner = JdbcClient.create(TestDatabase.dataSource(nights.address()));

    @Test
    void noColumnOfAnyTableNamesTheChildOrHoldsAWordAboutItButWhereALawBidsSo() {
        nights.run(1);
        Keyring keys = TestKeys.of(nights.database());
        String child = childInCare();
        Set<String> needles = told(child, keys);
        Map<String, Set<String>> before = walk(needles);
        assertThat(before.keySet())
                .contains(
                        "care.mark.reason",
                        "digitalfile.finding.child_id",
                        "linkage.verdict.key_a",
                        "pairing.decision.child_id",
                        "setaside.item.source_key",
                        "setaside.item.subject",
                        "versions.child_version.name",
                        "wakeup.application.application_id",
                        "wakeup.wakeup.wakeup_id");

        Outcome outcome = nights.forgetting()
                .forget(child, Reason.PURPOSE_ENDED, "li", Set.of())
                .orElseThrow();

        assertThat(outcome).isInstanceOf(Outcome.Erased.class);
        assertOnlyByLaw(walk(needles));
        nights.run(2);
        assertOnlyByLaw(walk(needles));
    }

    private static void assertOnlyByLaw(Map<String, Set<String>> left) {
        Set<String> allowed = KeptByLaw.all().places().stream()
                .map(place -> place.table() + "." + place.column())
                .collect(Collectors.toSet());
        left.keySet().removeAll(allowed);
        assertThat(left).isEmpty();
    }

    @Test
    void aCopyOfTheSealedBytesFromBeforeOpensForEverybodyElseAlone() {
        nights.run(1);
        Keyring keys = TestKeys.of(nights.database());
        String child = childInCare();
        String other = one("select child_id from mart.child where child_id <> '" + child
                + "' and id_number is not null order by 1 limit 1");
        told(child, keys);
        List<Copied> gone = copy(child, keys);
        List<Copied> stay = copy(other, keys);
        gone.forEach(copied -> copied.open().run());
        String sealedText = one("""
                select e ->> 0 from versions.child_version v, jsonb_each(v.provenance -> 'values') p (k, e)
                where v.person_id = '%s' and e ->> 0 like '~.%%' limit 1""".formatted(child));
        assertThat(keys.texts().clear(sealedText)).doesNotStartWith("~.");

        nights.forgetting().forget(child, Reason.PURPOSE_ENDED, "li", Set.of());

        // Whoever has the master key, the tree as it is now and last month's copy of the database.
        Keyring later = TestKeys.of(nights.database());
        assertThat(later.texts().clear(sealedText)).isEqualTo(sealedText);
        for (Copied copied : copied(gone, later)) {
            assertThatThrownBy(copied.open()::run).as(copied.what()).isInstanceOf(KeyDestroyed.class);
        }
        copied(stay, later).forEach(copied -> copied.open().run());
    }

    @Test
    void anOpenReportOfAbuseStopsItAlsoUnderAnIdThatWentIntoTheChilds() {
        nights.run(1);
        String child = childInCare();
        String retired = "C00000000-0000-7000-8000-000000000001";
        jdbc.sql("""
                        insert into linkage.person (person_id, population, founded_run, retired_into)
                        values (:retired, 'child', 'x', :child)""").param("retired", retired).param("child", child).update();
        String report = call(child, Kind.ABUSE);
        jdbc.sql("update wakeup.wakeup set child_id = :retired where wakeup_id = :report")
                .param("retired", retired)
                .param("report", report)
                .update();

        assertThat(nights.forgetting().forget(child, Reason.CONSENT_WITHDRAWN, "li", Set.of()))
                .contains(new Outcome.Refused(1, Keep.REPORT));

        assertThat(nights.wakeups().close(report, "wang", "the police have it")).isTrue();
        Outcome.Erased erased = (Outcome.Erased) nights.forgetting()
                .forget(child, Reason.CONSENT_WITHDRAWN, "li", Set.of())
                .orElseThrow();
        assertThat(erased.kept())
                .extracting(kept -> kept.what() + " " + kept.why())
                .contains("reports reported");
        assertThat(one("select kind || ' ' || state || ' ' || (said is null) from wakeup.wakeup where wakeup_id = '"
                        + report + "'"))
                .isEqualTo("ABUSE closed true");
    }

    /** A child with a caring mother, whose name nobody else has, known to many feeds. */
    private String childInCare() {
        return one("""
                select c.child_id from mart.child c join pairing.pairing p using (child_id)
                where p.state = 'active' and cardinality(c.feeds) > 3 and c.id_number is not null
                  and exists (select from care.contact k where k.pairing_id = p.pairing_id)
                  and exists (select from mart.membership m where m.person_id = c.child_id and m.feed = 'health')
                  and (select count(*) from mart.child o where o.name = c.name) = 1
                order by c.child_id limit 1""");
    }

    /** Says everything of a child that can be said, and tells by what it would be known. */
    private Set<String> told(String child, Keyring keys) {
        String pairing = one(
                "select pairing_id from pairing.pairing where child_id = '" + child + "' and state = 'active' limit 1");
        String call = call(child, Kind.ILLNESS);
        nights.wakeups().sendNow(call);
        nights.wakeups().close(call, "wang", "PLANTED why it was closed");
        call(child, Kind.HARDSHIP);
        new Corrections(nights.database(), keys)
                .say(child, "ethnic_group", "02", "PLANTED proof", Optional.empty(), "wang");
        verdict(child, keys);
        for (String planted : List.of(
                "insert into care.mark (pairing_id, kind, day, mark, reason, actor) values (:pairing, 'VISIT', '2025-11-20', 'excused', 'PLANTED mark', 'wang')",
                "insert into care.mark_undone (mark_id, reason, actor) select mark_id, 'PLANTED undone', 'wang' from care.mark where pairing_id = :pairing",
                "insert into digitalfile.finding (child_id, rule, outcome, found_on, substance, reason, actor, at) values (:child, '31', 'confirmed', '2025-11-20', 'PLANTED substance', 'PLANTED finding', 'wang', now())",
                "insert into pairing.decision (pairing_id, kind, child_id, side, actor, reason, day) values (:pairing, 'keep', :child, 'operator', 'wang', 'PLANTED decision', '2025-11-20')",
                "insert into pairing.question (kind, persons, pairings, proposal, since, resolved_at, resolved_by, resolve_reason) values ('joined-child', array[:child, 'C1'], array[:pairing], '{}', '2025-11-20', now(), 'wang', 'PLANTED answer')",
                "insert into pairing.problem (pairing_id, problem, detail) values (:pairing, 'two-children', :child) on conflict do nothing",
                "insert into setaside.item (stage, subject, field, reason, run_id) values ('merge', :child, '', 'UNEXPECTED', 'x')",
                "insert into setaside.item (stage, subject, feed, source_key, field, reason, run_id, resolved) select 'care', r.feed || ' ' || r.source_key, r.feed, r.source_key, '', 'BAD_CODE', 'x', now() from mapping.source_record r join linkage.membership m using (record_id) where m.person_id = :child",
                "insert into landing.quarantine (feed, pull_id, seq, place, key, hash, reason, field, text) select r.feed, r.pull_id, r.seq, 'x', r.source_key, '\\x00', 'BAD', 'f', 'PLANTED text' from mapping.source_record r join linkage.membership m using (record_id) where m.person_id = :child")) {
            jdbc.sql(planted).param("pairing", pairing).param("child", child).update();
        }
        Set<String> needles = new LinkedHashSet<>(List.of("PLANTED", child, pairing));
        needles.addAll(texts("select name from mart.child where child_id = '" + child + "'"));
        needles.addAll(texts(
                "select source_key from mart.membership where person_id = '" + child + "' and length(source_key) > 5"));
        needles.addAll(texts("select wakeup_id from wakeup.wakeup where child_id = '" + child + "'"));
        needles.addAll(texts("select application_id from wakeup.application where child_id = '" + child + "'"));
        needles.addAll(texts(
                "select receipt from wakeup.application where child_id = '" + child + "' and receipt is not null"));
        needles.addAll(texts("select encode(id_number_index, 'hex') from versions.child_version where person_id = '"
                + child + "' and id_number_index is not null"));
        needles.addAll(values(child, keys));
        return needles;
    }

    /** Id numbers and keys as the departments write them. */
    private Set<String> values(String child, Keyring keys) {
        Set<String> values = new TreeSet<>();
        new SourceRecords(nights.database(), keys)
                .stream(
                        "select " + SourceRecords.COLUMNS + " from mapping.source_record r join linkage.membership m"
                                + " on m.record_id = r.record_id where m.person_id = ?",
                        record -> {
                            values.add(String.valueOf(record.text("id_number")));
                            if (record.key().key().length() > 5) {
                                values.add(record.key().key());
                            }
                        },
                        child);
        values.remove("null");
        return values;
    }

    private void verdict(String child, Keyring keys) {
        List<org.childfile.kernel.SourceKey> own = new ArrayList<>();
        new SourceRecords(nights.database(), keys)
                .stream(
                        "select " + SourceRecords.COLUMNS + " from mapping.source_record r join linkage.membership m"
                                + " on m.record_id = r.record_id where m.person_id = ? order by r.feed",
                        record -> own.add(record.key()),
                        child);
        new Verdicts(nights.database(), keys).say(Verdict.Kind.SAME, own.get(0), own.get(1), "wang", "PLANTED verdict");
        new Verdicts(nights.database(), keys).second(1, Verdict.Kind.SAME, "zhao", "PLANTED opinion");
    }

    private String call(String child, Kind kind) {
        Call call = new Call(
                child,
                null,
                kind,
                "PLANTED words",
                Optional.empty(),
                new Call.Origin.Cli(),
                "wang",
                Optional.empty(),
                Instant.parse("2025-11-21T02:00:00Z"));
        return ((Wakeups.Outcome.Taken)
                        nights.wakeups().call(call, nights.world().day(1)))
                .wakeup();
    }

    /** Where any of some texts stands, as text or as bytes: every column of every table but the framework's and the system's. */
    private Map<String, Set<String>> walk(Set<String> needles) {
        Set<String> sought = new LinkedHashSet<>(needles);
        needles.forEach(each -> sought.add(HexFormat.of().formatHex(each.getBytes(StandardCharsets.UTF_8))));
        Map<String, Set<String>> found = new java.util.TreeMap<>();
        List<String> tables = texts("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema') and schemaname !~ '^pg_' order by 1""");
        assertThat(tables).contains("landing.record", "wakeup.item", "batch.batch_job_instance");
        for (String table : tables) {
            jdbc.sql(
                            "select c.key, n as needle from " + table
                                    + " t cross join lateral jsonb_each_text(to_jsonb(t)) c"
                                    + " join unnest(:needles::text[]) n on strpos(c.value, n) > 0"
                                    + " where exists (select from unnest(:needles::text[]) m where strpos(t::text, m) > 0) group by 1, 2")
                    .param("needles", sought.toArray(String[]::new))
                    .query(row -> {
                        found.computeIfAbsent(table + "." + row.getString(1), key -> new TreeSet<>())
                                .add(row.getString(2));
                    });
        }
        return found;
    }

    /** Sealed bytes as a backup holds them, and how they are opened. */
    private record Copied(String what, Opening opening, Keyring keys) {
        Runnable open() {
            return () -> opening.with(keys);
        }
    }

    private interface Opening {
        void with(Keyring keys);
    }

    private static List<Copied> copied(List<Copied> copies, Keyring keys) {
        return copies.stream()
                .map(each -> new Copied(each.what(), each.opening(), keys))
                .toList();
    }

    private List<Copied> copy(String child, Keyring keys) {
        List<Copied> copies = new ArrayList<>();
        jdbc.sql(
                        "select version, identifiers from versions.child_version where person_id = :child and identifiers is not null")
                .param("child", child)
                .query(row -> {
                    int version = row.getInt(1);
                    byte[] box = row.getBytes(2);
                    copies.add(new Copied(
                            "version",
                            with -> new SealedRows(with, Population.CHILD).values(child, version, box),
                            keys));
                });
        jdbc.sql("""
                        select r.feed, r.source_key, r.identifiers, l.pull_id, l.seq, l.content
                        from mapping.source_record r join linkage.membership m using (record_id)
                        join landing.record l on l.pull_id = r.pull_id and l.seq = r.seq
                        where m.person_id = :child""").param("child", child).query(row -> {
            String feed = row.getString(1);
            String key = row.getString(2);
            byte[] box = row.getBytes(3);
            long pull = row.getLong(4);
            int seq = row.getInt(5);
            byte[] content = row.getBytes(6);
            copies.add(
                    new Copied("content of " + feed, with -> new Sealing(with).openContent(pull, seq, content), keys));
            if (box != null) {
                copies.add(new Copied("box of " + feed, with -> SourceRecords.sealed(with, feed, key, box), keys));
            }
        });
        assertThat(copies).hasSizeGreaterThan(4);
        return copies;
    }

    /** As it stands in the tables. */
    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private String one(String sql) {
        return texts(sql).getFirst();
    }
}
