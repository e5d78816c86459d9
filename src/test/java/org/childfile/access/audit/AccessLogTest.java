package org.childfile.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.childfile.access.keys.TestKeys;
import org.childfile.access.privacy.AuditKeys;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Over 250 lines: each way of changing the log, with and without its key, is tried and found here. */
class AccessLogTest {

    private final DataSource database = TestDatabase.dataSource(TestServer.fresh());
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final AccessLog log = new AccessLog(database, TestKeys.AUDIT);

    @Test
    void eachPersonOfAnAccessIsARowAndAnAccessWithoutPersonsIsOne() {
        log.record(List.of(access("read", "C1", "C2"), access("sql")));

        assertThat(rows())
                .containsExactly(
                        "1 li township care api read C1 {name,birth_date} masked",
                        "2 li township care api read C2 {name,birth_date} masked",
                        "3 li township care api sql - {name,birth_date} masked");
        assertThat(proof().whole()).isTrue();
    }

    @Test
    void theHashIsTheKeyedDigestOfTheRowBeforeAndTheRow() {
        log.record(access("read", "C1"));
        String row = "[1," + text("select (extract(epoch from at) * 1000000)::bigint::text from audit.access")
                + ",\"li\",\"township\",\"care\",\"api\",\"read\",\"C1\",[\"name\",\"birth_date\"],\"masked\",\"\",\"\",\""
                + TestKeys.AUDIT.newest() + "\"]";
        byte[] first = TestKeys.AUDIT
                .digest("hmac-sha256:test", row.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        log.record(access("sql"));

        assertThat(text("select encode(hash, 'hex') from audit.access where seq = 1"))
                .isEqualTo(HexFormat.of().formatHex(first));
        assertThat(text("select encode(previous_hash, 'hex') from audit.access where seq = 2"))
                .isEqualTo(HexFormat.of().formatHex(first));
    }

    @Test
    void whoOwnsTheDatabaseCanReckonTheChainNoMore() {
        log.record(access("read", "C1", "C2", "C3"));
        without("append_only", "audit.access", "update audit.access set subject = 'mayor' where seq = 2");
        // All that the owner has: the row, the hash before it, and every digest but the keyed one.
        without("append_only", "audit.access", """
                update audit.access set hash = sha256(previous_hash || convert_to(jsonb_build_array(seq,
                    (extract(epoch from at) * 1000000)::bigint, subject, role, purpose, door, action, person_id,
                    to_jsonb(attributes), detail, issuer, reason, key_id)::text, 'UTF8')) where seq = 2""");

        assertThat(proof().firstBroken()).hasValue(2);
    }

    @Test
    void whoTakesTheKeysNameOffTheRowsIsFound() {
        log.record(access("read", "C1", "C2", "C3"));
        without("append_only", "audit.access", "update audit.access set key_id = '' where seq = 3");

        assertThat(proof().firstBroken()).hasValue(3);
    }

    @Test
    void rowsOfTheTimeBeforeThereWasAKeyAreProvedAsBeforeAndSealedByTheFirstThatHasOne() {
        unkeyed(1, "\\x");
        unkeyed(2, "(select hash from audit.access where seq = 1)");
        jdbc.sql("update audit.head set (count, hash) = (select seq, a.hash from audit.access a where seq = 2)")
                .update();
        log.record(access("read", "C1"));

        assertThat(rows())
                .endsWith(
                        "3 childfile operator audit cli audit key - {} hmac-sha256:test, none before",
                        "4 li township care api read C1 {name,birth_date} masked");
        assertThat(proof().whole()).isTrue();
        assertThat(proof().walk())
                .isEqualTo(new AccessProof.Walk(3, Map.of("hmac-sha256:test", 2L), Map.of(), Optional.empty()));
        // The whole of the old part reckoned anew, which anybody can, no longer fits the row that sealed it.
        jdbc.sql("alter table audit.access disable trigger append_only").update();
        jdbc.sql("delete from audit.access where seq <= 2").update();
        jdbc.sql("alter table audit.access enable trigger append_only").update();
        unkeyed(1, "'forged'::bytea");
        assertThat(proof().whole()).isFalse();
    }

    @Test
    void rowsOfAKeyThatIsNotHereAreToldApart() {
        log.record(access("read", "C1", "C2"));
        AuditKeys other = AuditKeys.of(
                Path.of("nowhere"), Map.of(AuditKeys.VARIABLE, "next:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
        new AccessLog(database, other).record(access("read", "C3"));

        AccessProof proof = AccessProof.of(database, other, List.of());
        assertThat(proof.whole()).isTrue();
        assertThat(proof.walk())
                .isEqualTo(new AccessProof.Walk(
                        1, Map.of("hmac-sha256:next", 2L), Map.of("hmac-sha256:test", 2L), Optional.empty()));
        assertThat(rows())
                .contains("3 childfile operator audit cli audit key - {} hmac-sha256:next after hmac-sha256:test");
    }

    @Test
    void anotherSuiteBindsTheLogByAnotherDigest() {
        AuditKeys chinese = AuditKeys.of(
                Path.of("nowhere"),
                Map.of(AuditKeys.VARIABLE, TestKeys.ENVIRONMENT.get(AuditKeys.VARIABLE), "CHILDFILE_CIPHER", "SM4"));
        new AccessLog(database, chinese).record(access("read", "C1"));

        assertThat(text("select key_id from audit.access")).isEqualTo("hmac-sm3:test");
        assertThat(proof().walk().bound()).containsEntry("hmac-sm3:test", 1L);
    }

    @Test
    void aDoorThatOnlyReadsCannotWriteToTheLog() {
        assertThatThrownBy(() -> jdbc.sql("set role childfile_api; select audit.append(0, '', '[]')")
                        .query()
                        .listOfRows())
                .hasStackTraceContaining("permission denied for function append");
    }

    @Test
    void manyThreadsAndSeveralProcessesMakeOneChain() throws Exception {
        List<AccessLog> processes = List.of(log, new AccessLog(database, TestKeys.AUDIT));
        List<Future<?>> going = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int thread = 0; thread < 8; thread++) {
                AccessLog mine = processes.get(thread % 2);
                String person = "C" + thread;
                going.add(threads.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        mine.record(access("read", person));
                    }
                }));
            }
        }
        for (Future<?> each : going) {
            each.get();
        }

        assertThat(
                        text(
                                "select string_agg(n::text, ' ') from (select count(*) as n from audit.access group by person_id)"))
                .isEqualTo("50 50 50 50 50 50 50 50");
        assertThat(proof())
                .satisfies(proof -> assertThat(proof.whole()).isTrue())
                .satisfies(proof -> assertThat(proof.head().count()).isEqualTo(400));
    }

    @Test
    void whatCannotBeRecordedMayNotBeShown() {
        AccessLog broken = new AccessLog(
                new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none", "a", ""), TestKeys.AUDIT);

        assertThatThrownBy(() -> broken.record(access("read", "C1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the access cannot be recorded, so nothing is shown.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.access set subject = 'nobody'",
                "delete from audit.access",
                "truncate audit.access",
                "delete from audit.head",
                "truncate audit.head",
                "update audit.head set count = 1"
            })
    void theDatabaseRefusesToChangeWhatWasRecorded(String change) {
        log.record(access("read", "C1", "C2"));

        assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("the access log is append only");
        assertThat(rows()).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
                    update audit.access set subject = 'nobody' where seq = 3 ; 3
                    update audit.access set at = at + interval '1 microsecond' where seq = 2 ; 2
                    update audit.access set attributes = '{}' where seq = 1 ; 1
                    delete from audit.access where seq = 2 ; 2
                    delete from audit.access where seq <= 2 ; 1
                    update audit.access set previous_hash = hash where seq = 4 ; 4
                    """)
    void aChangeByWhoMayDoAllIsFoundWhereItIs(String change, long seq) {
        log.record(access("read", "C1", "C2", "C3", "C4"));
        without("append_only", "audit.access", change);

        AccessProof proof = proof();
        assertThat(proof.whole()).isFalse();
        assertThat(proof.firstBroken()).hasValue(seq);
    }

    @Test
    void rowsTakenFromTheEndAreFoundByEveryAnchor() {
        log.record(access("read", "C1", "C2", "C3"));
        Anchor kept = proof().head();
        jdbc.sql("""
                        insert into ops.run (run_id, kind, day, state, attempt, started, access_count, access_hash)
                        values ('20261121-1', 'nightly', '2026-11-21', 'done', 1, now(), 3, :hash)""").param("hash", kept.hash()).update();
        assertThat(proof(kept).whole()).isTrue();
        without("append_only", "audit.access", "delete from audit.access where seq = 3");
        assertThat(proof().unmet()).extracting(Anchor::keptIn).containsExactly("", "20261121-1");

        // Who changes the head too is betrayed by what the run wrote down, and by what is kept elsewhere.
        without("only_forward", "audit.head", """
                update audit.head set (count, hash) = (select seq, a.hash from audit.access a order by seq desc limit 1)""");
        assertThat(proof(kept).unmet()).containsExactly(new Anchor("20261121-1", 3, kept.hash()), kept);
    }

    @Test
    void anAnchorIsReadAsItIsWritten() {
        Anchor anchor = new Anchor("", 12, "ab".repeat(32));

        assertThat(Anchor.parse(anchor.written())).isEqualTo(anchor);
        assertThatThrownBy(() -> Anchor.parse("12"))
                .hasMessage(
                        "an anchor is a count, a colon and 64 hexadecimal digits, as childfile audit verify prints it");
    }

    private void without(String trigger, String table, String change) {
        jdbc.sql("alter table " + table + " disable trigger " + trigger).update();
        jdbc.sql(change).update();
        jdbc.sql("alter table " + table + " enable trigger " + trigger).update();
    }

    private void unkeyed(long seq, String previous) {
        jdbc.sql("""
                        insert into audit.access (seq, at, subject, role, purpose, door, action, attributes, detail,
                            previous_hash, hash)
                        select :seq, a.at, 'li', 'township', 'care', 'api', 'read', '{}', '', a.previous,
                               sha256(a.previous || convert_to(jsonb_build_array(:seq, extract(epoch from a.at), 'li',
                                   'township', 'care', 'api', 'read', null, array[]::text[], '')::text, 'UTF8'))
                        from (select timestamptz '2026-11-21 10:00:00+08' as at, (PREVIOUS) as previous) a""".replace("PREVIOUS", previous.startsWith("\\x") ? "'" + previous + "'::bytea" : previous))
                .param("seq", seq)
                .update();
    }

    private AccessProof proof(Anchor... kept) {
        return AccessProof.of(database, TestKeys.AUDIT, List.of(kept));
    }

    private static Access access(String action, String... persons) {
        return new Access(
                "li", "township", "care", "api", action, List.of(persons), List.of("name", "birth_date"), "masked");
    }

    private List<String> rows() {
        return jdbc.sql("""
                        select concat_ws(' ', seq, subject, role, purpose, door, action, coalesce(person_id, '-'),
                                         attributes, detail)
                        from ops.access order by seq""").query(String.class).list();
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
