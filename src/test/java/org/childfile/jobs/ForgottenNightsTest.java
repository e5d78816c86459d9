package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.childfile.subject.Erasure;
import org.childfile.subject.Erasure.Keep;
import org.childfile.subject.Erasure.Outcome;
import org.childfile.subject.Erasure.Reason;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is forgotten leaves no value behind, and no later night brings them back. */
class ForgottenNightsTest {

    private static final String[] EVERYWHERE = {"landing", "mapping", "linkage", "versions", "subject", "audit", "ops"};

    private final Nights nights = Nights.shared().empty();

    @Test
    void nothingOfTheChildIsLeftAndTheNextNightDoesNotBringItBack() {
        nights.run(1);
        String child = childOfManyFeeds();
        String number = one("select id_number from mart.child where child_id = '" + child + "'");
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
    void aRecordUnderAnotherKeyIsKnownByItsIdNumber() {
        nights.run(1);
        String child = childOfManyFeeds();
        String number = one("select id_number from mart.child where child_id = '" + child + "'");
        nights.forgetting().forget(child, Reason.PURPOSE_ENDED, "wang", Set.of());
        // As if the schools gave every pupil a new number on their roll: no key of theirs is known any more.
        JdbcClient jdbc = JdbcClient.create(nights.database());
        jdbc.sql("alter table subject.tombstone disable trigger keep_tombstone").update();
        jdbc.sql("delete from subject.tombstone where feed = 'education'").update();
        jdbc.sql("alter table subject.tombstone enable trigger keep_tombstone").update();

        Run second = nights.run(2);

        assertThat(second.state()).isEqualTo(Run.State.DONE);
        assertThat(traces(number)).isZero();
        assertThat(nights.books().texts("select count(*)::text from subject.tombstone where feed = 'education'"))
                .containsExactly("1");
        assertThat(nights.books()
                        .texts("select count(*)::text from mapping.source_record where population = 'child'"
                                + " and record_id not in (select record_id from linkage.membership)"))
                .containsExactly("0");
        assertThat(nights.books().pull(second, "education").line()).contains("1 new");
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

        Outcome.Erased kept = (Outcome.Erased) nights.forgetting()
                .forget(child, Reason.CONSENT_WITHDRAWN, "wang", Set.of(Keep.RETENTION))
                .orElseThrow();
        assertThat(kept.kept()).extracting(Erasure.Kept::what).containsExactly("landed", "accesses");
        assertThat(one("select count(*)::text from mart.child")).isEqualTo(String.valueOf(children - 1));
        assertThat(one("select count(*)::text from landing.record where key like 'forgotten:%' and content <> ''"))
                .isEqualTo(String.valueOf(kept.records()));
        assertThat(nights.forgetting().forget(child, Reason.UNLAWFUL, "wang", Set.of()))
                .isEmpty();
    }

    private String childOfManyFeeds() {
        return one("""
                select c.child_id from mart.child c
                where c.id_number is not null and c.feeds @> '{public-security,education,health}'
                order by c.child_id limit 1""");
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
