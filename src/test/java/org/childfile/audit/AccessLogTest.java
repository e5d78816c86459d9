package org.childfile.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class AccessLogTest {

    private final DataSource database = TestDatabase.dataSource(TestServer.fresh());
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final AccessLog log = new AccessLog(database);

    @Test
    void eachPersonOfAnAccessIsARowAndAnAccessWithoutPersonsIsOne() {
        log.record(List.of(access("read", "C1", "C2"), access("sql")));

        assertThat(rows())
                .containsExactly(
                        "1 li township care api read C1 {name,birth_date} masked",
                        "2 li township care api read C2 {name,birth_date} masked",
                        "3 li township care api sql - {name,birth_date} masked");
        assertThat(AccessProof.of(database, Optional.empty()).whole()).isTrue();
    }

    @Test
    void theHashIsThatOfTheRowBeforeAndTheRow() throws Exception {
        log.record(access("read", "C1"));
        String seconds = text("select extract(epoch from at)::text from audit.access");
        String row = "[1, " + seconds + ", \"li\", \"township\", \"care\", \"api\", \"read\", \"C1\","
                + " [\"name\", \"birth_date\"], \"masked\"]";
        byte[] first = MessageDigest.getInstance("SHA-256").digest(row.getBytes(StandardCharsets.UTF_8));
        log.record(access("sql"));

        assertThat(text("select encode(hash, 'hex') from audit.access where seq = 1"))
                .isEqualTo(HexFormat.of().formatHex(first));
        assertThat(text("select encode(previous_hash, 'hex') from audit.access where seq = 2"))
                .isEqualTo(HexFormat.of().formatHex(first));
    }

    @Test
    void manyThreadsAndSeveralProcessesMakeOneChain() throws Exception {
        List<AccessLog> processes = List.of(log, new AccessLog(database));
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
        assertThat(AccessProof.of(database, Optional.empty()))
                .satisfies(proof -> assertThat(proof.whole()).isTrue())
                .satisfies(proof -> assertThat(proof.head().count()).isEqualTo(400));
    }

    @Test
    void whatCannotBeRecordedMayNotBeShown() {
        AccessLog broken = new AccessLog(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none", "a", ""));

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

        AccessProof proof = AccessProof.of(database, Optional.empty());
        assertThat(proof.whole()).isFalse();
        assertThat(proof.firstBroken()).hasValue(seq);
    }

    @Test
    void rowsTakenFromTheEndAreFoundByEveryAnchor() {
        log.record(access("read", "C1", "C2", "C3"));
        Anchor kept = AccessProof.of(database, Optional.empty()).head();
        jdbc.sql("""
                        insert into ops.run (run_id, kind, day, state, attempt, started, access_count, access_hash)
                        values ('20261121-1', 'nightly', '2026-11-21', 'done', 1, now(), 3, :hash)""").param("hash", kept.hash()).update();
        assertThat(AccessProof.of(database, Optional.of(kept)).whole()).isTrue();
        without("append_only", "audit.access", "delete from audit.access where seq = 3");
        assertThat(AccessProof.of(database, Optional.empty()).unmet())
                .extracting(Anchor::keptIn)
                .containsExactly("", "20261121-1");

        // Who changes the head too is betrayed by what the run wrote down, and by what is kept elsewhere.
        without("only_forward", "audit.head", """
                update audit.head set (count, hash) = (select seq, a.hash from audit.access a order by seq desc limit 1)""");
        assertThat(AccessProof.of(database, Optional.of(kept)).unmet())
                .containsExactly(new Anchor("20261121-1", 3, kept.hash()), kept);
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
