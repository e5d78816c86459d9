package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.childfile.access.erasure.Erasure;
import org.childfile.access.erasure.Erasure.Keep;
import org.childfile.access.erasure.Erasure.Outcome;
import org.childfile.access.erasure.Erasure.Reason;
import org.childfile.care.help.Call;
import org.childfile.care.help.Kind;
import org.childfile.care.help.Wakeups;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is forgotten leaves no value behind, and no later night brings them back. */
class ForgottenNightsTest {

    private static final String[] EVERYWHERE = {
        "landing", "mapping", "linkage", "versions", "subject", "wakeup", "audit", "ops"
    };

    private final Nights nights = Nights.shared().empty();

    @Test
    void nothingOfTheChildIsLeftAndTheNextNightDoesNotBringItBack() {
        nights.run(1);
        String child = childOfManyFeeds();
        String number = indexOf(child);
        List<String> keys = nights.books()
                .texts("select source_key from mart.membership where person_id = '" + child + "'"
                        + " and feed in ('public-security', 'education', 'health')");
        assertThat(traces(number)).isPositive();

        Outcome outcome = nights.forgetting()
                .forget(child, Reason.PURPOSE_ENDED, "wang", Set.of())
                .orElseThrow();

        assertThat(outcome).isInstanceOf(Outcome.Erased.class);
        assertGone(child, number, keys);
        assertThat(nights.books().texts("""
                select concat_ws(' ', kind, person_id, other_id) from mart.identity_change order by seq desc limit 1""")).containsExactly("retired " + child);

        Run second = nights.run(2);
        assertThat(second.state()).isEqualTo(Run.State.DONE);
        assertGone(child, number, keys);
        assertThat(nights.books().texts("""
                select feed from ops.returned where run_id = '%s' and feed in ('education', 'medical-insurance') order by 1""".formatted(second.runId()))).contains("education");
        assertThat(nights.books().pull(second, "education").line()).startsWith("ok, ");
    }

    @Test
    void callsForHelpGoAndTheDepartmentsAreNotAskedAboutThemAnyMore() {
        nights.run(1);
        String child = childOfManyFeeds();
        String number = indexOf(child);
        String call = call(child);
        assertThat(nights.wakeups().sendNow(call)).isEqualTo(2);
        call(child);

        nights.forgetting().forget(child, Reason.PURPOSE_ENDED, "wang", Set.of());

        assertThat(traces(number)).isZero();
        assertThat(nights.books().texts("""
                                select wakeup_id from wakeup.wakeup where child_id = '%1$s'
                                union select wakeup_id from wakeup.application where child_id = '%1$s'
                                union select wakeup_id from wakeup.application_event where child_id = '%1$s'""".formatted(child))).isEmpty();
        // The departments are not asked about it any more, nor sent what had not gone.
        int asked = nights.departments().applications("health");
        nights.wakeups().night("20251122-1", nights.world().day(2));
        assertThat(nights.departments().applications("health")).isEqualTo(asked);
    }

    private String call(String child) {
        return call(child, Kind.ILLNESS);
    }

    private String call(String child, Kind kind) {
        Call call = new Call(
                child,
                null,
                kind,
                "made up",
                Optional.empty(),
                new Call.Origin.Cli(),
                "wang",
                Optional.empty(),
                Instant.parse("2025-11-21T02:00:00Z"));
        return ((Wakeups.Outcome.Taken)
                        nights.wakeups().call(call, nights.world().day(1)))
                .wakeup();
    }

    @Test
    void aRecordUnderAnotherKeyIsKnownByItsIdNumber() {
        nights.run(1);
        String child = childOfManyFeeds();
        String number = indexOf(child);
        nights.forgetting().forget(child, Reason.PURPOSE_ENDED, "wang", Set.of());
        // As if the child had another number on the roll of the school then: no key of its record is known.
        JdbcClient jdbc = JdbcClient.create(nights.database());
        jdbc.sql("""
                        set role none;
                        alter table subject.tombstone disable trigger keep_tombstone;
                        delete from subject.tombstone where feed = 'education';
                        alter table subject.tombstone enable trigger keep_tombstone;
                        set role childfile_writer""").update();
        for (String column : List.of("landing.current key", "landing.record key", "mapping.source_record source_key")) {
            String[] names = column.split(" ");
            jdbc.sql("update " + names[0] + " t set " + names[1] + " = 'forgotten:another' where " + names[1]
                            + " like 'forgotten:%' and "
                            + (names[0].equals("landing.record")
                                    ? "pull_id in (select pull_id from landing.pull where feed = 'education')"
                                    : "feed = 'education'"))
                    .update();
        }

        Run second = nights.run(2);

        assertThat(second.state()).isEqualTo(Run.State.DONE);
        assertThat(traces(number)).isZero();
        assertThat(nights.books().texts("select count(*)::text from subject.tombstone where feed = 'education'"))
                .containsExactly("1");
        assertThat(nights.books()
                        .texts("select count(*)::text from mapping.source_record where population = 'child'"
                                + " and record_id not in (select record_id from linkage.membership)"))
                .containsExactly("0");
    }

    @Test
    void whatALawBidsToKeepIsKeptOrRefused() {
        nights.run(1);
        String child = childOfManyFeeds();
        long children = Long.parseLong(one("select count(*)::text from mart.child"));

        Outcome refused = nights.forgetting()
                .forget(child, Reason.CONSENT_WITHDRAWN, "wang", Set.of(Keep.REPORT))
                .orElseThrow();
        assertThat(refused).isEqualTo(new Outcome.Refused(1, Keep.REPORT));
        assertThat(one("select count(*)::text from mart.child")).isEqualTo(String.valueOf(children));

        String report = call(child, Kind.ABUSE);
        assertThat(nights.forgetting().forget(child, Reason.CONSENT_WITHDRAWN, "wang", Set.of()))
                .contains(new Outcome.Refused(2, Keep.REPORT));
        assertThat(nights.wakeups().close(report, "wang", "the police have it")).isTrue();

        Outcome.Erased kept = (Outcome.Erased) nights.forgetting()
                .forget(child, Reason.CONSENT_WITHDRAWN, "wang", Set.of(Keep.RETENTION))
                .orElseThrow();
        assertThat(kept.kept())
                .extracting(Erasure.Kept::what)
                .containsExactly("landed", "identities", "changes", "erasures", "reports");
        assertThat(one("select count(*)::text from mart.child")).isEqualTo(String.valueOf(children - 1));
        assertThat(one("select count(*)::text from landing.record where key like 'forgotten:%' and content <> ''"))
                .isEqualTo(String.valueOf(kept.records()));
        assertThat(nights.forgetting().forget(child, Reason.UNLAWFUL, "wang", Set.of()))
                .isEmpty();
    }

    private String childOfManyFeeds() {
        return one("""
                select c.child_id from mart.child c
                where c.feeds @> '{public-security,education,health}' and exists (
                    select from mart.membership m
                    join mapping.source_record r on r.feed = m.feed and r.source_key = m.source_key
                    where m.person_id = c.child_id and m.feed = 'education'
                      and r.doubts ->> 'id_number' is null)
                order by c.child_id limit 1""");
    }

    /** What stands in the tables for the child's id number. */
    private String indexOf(String child) {
        return one("select encode(id_number_index, 'hex') from versions.child_version where person_id = '" + child
                + "' and superseded_at is null and valid_to is null");
    }

    private void assertGone(String child, String number, List<String> keys) {
        assertThat(traces(number)).isZero();
        keys.forEach(key -> assertThat(traces(key)).as(key).isZero());
        assertThat(nights.books().texts("select mart.current_id('" + child + "')"))
                .containsExactly((String) null);
        assertThat(nights.books().texts("select child_id from mart.child_version where child_id = '" + child + "'"))
                .isEmpty();
    }

    /** In how many rows a text stands, as text or as bytes. */
    private long traces(String text) {
        JdbcClient jdbc = JdbcClient.create(nights.database());
        long traces = 0;
        for (String table : nights.contents(EVERYWHERE).keySet()) {
            traces += jdbc.sql("select count(*) from " + table + " t where strpos(t::text, :text) > 0"
                            + " or strpos(t::text, :bytes) > 0")
                    .param("text", text)
                    .param("bytes", HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)))
                    .query(Long.class)
                    .single();
        }
        return traces;
    }

    private String one(String sql) {
        return nights.books().texts(sql).getFirst();
    }
}
