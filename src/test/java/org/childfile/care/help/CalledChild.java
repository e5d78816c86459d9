package org.childfile.care.help;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.impl.DefaultCamelContext;
import org.childfile.access.keys.TestKeys;
import org.childfile.access.privacy.Keyring;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.TestServer;
import org.childfile.ingest.connector.Connectors;
import org.childfile.jobs.TestFiles;
import org.childfile.jobs.TestWorld;
import org.childfile.lab.departments.Departments;
import org.childfile.outbound.OutboundClient;
import org.childfile.settings.Problems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A warehouse with one child, whose records three departments have, and the mocked departments that are called for it. */
final class CalledChild implements AutoCloseable {

    static final String CHILD = "C01a1f9af-a400-742c-828f-86cd6a1b7e20";
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneOffset.UTC);

    final Departments departments = Departments.start(TestWorld.small().dir(), 0, "127.0.0.1");
    final DataSource database;
    final Keyring keys;
    final JdbcClient jdbc;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final WakeupRules rules;
    private final Templates templates;
    private final OutboundClient outbound;

    CalledChild() throws Exception {
        DatabaseAddress address = TestServer.peopled();
        database = address.dataSource();
        keys = TestKeys.of(database);
        jdbc = JdbcClient.create(database);
        Problems problems = new Problems();
        rules = WakeupRules.read(
                TestFiles.mappings(),
                Connectors.read(TestFiles.connectors(), problems).feeds(),
                problems);
        templates = Templates.read(TestFiles.connectors(), rules, problems);
        problems.raise();
        camel.start();
        outbound = new OutboundClient(camel, templates.endpoints(), departments.environment(), Clock.systemUTC());
        child();
    }

    private void child() {
        jdbc.sql("""
                        insert into landing.pull (feed, state, started, ended) values ('education', 'landed', now(), now());
                        insert into linkage.person (person_id, population, founded_run) values (:child, 'child', 'x');
                        insert into versions.child_version
                            (person_id, version, run_id, valid_from, recorded_at, name, birth_date, residence_division,
                             provenance, conflicts, feeds, changed, content_hash)
                        values (:child, 1, 'x', '2026-11-21', now(), '王小一', '2015-03-07', '500112001001', '{}', '[]', '{}', '{}',
                                '\\x00');
                        insert into pairing.pairing (pairing_id, child_id, state, since)
                        values ('JD1', :child, 'active', '2026-01-01');""").param("child", CHILD).update();
        record("child", "education", "J1", "{\"name\": \"王小一\", \"school_name\": \"一小\", \"grade\": \"三年级\"}");
        record("child", "health", "H1", "{\"name\": \"王小一\", \"diagnoses\": [\"J45\"]}");
        record("child", "civil-affairs", "KJ1", "{\"name\": \"王小一\", \"subsistence_allowance\": true}");
        jdbc.sql("insert into linkage.membership select record_id, :child, 'rule', 1, now() from mapping.source_record")
                .param("child", CHILD)
                .update();
    }

    void record(String population, String feed, String key, String attributes) {
        jdbc.sql("""
                        insert into mapping.source_record
                            (population, feed, source_key, withdrawn, observed_at, pull_id, seq, attributes)
                        values (:population, :feed, :key, false, '2026-11-20T00:00:00Z', 1, 1, :attributes::jsonb)""")
                .param("population", population)
                .param("feed", feed)
                .param("key", key)
                .param("attributes", attributes)
                .update();
    }

    void noted(String key, String pairing, String problem) {
        record("care", "care-records", key, """
                {"pairing_number": "%s", "kind": "VISIT", "at": "2026-11-20T10:00:00+08:00", "problem": "%s", "note": "made up"}""".formatted(pairing, problem));
    }

    Wakeups wakeups() {
        return wakeups(new DataSourceTransactionManager(database));
    }

    Wakeups wakeups(PlatformTransactionManager transactions) {
        return wakeups(new Wakeups.Connections(database, transactions), CLOCK);
    }

    /** One that comes after every lease of before has ended. */
    Wakeups later() {
        return wakeups(
                new Wakeups.Connections(database, new DataSourceTransactionManager(database)),
                Clock.offset(CLOCK, Lease.LENGTH));
    }

    /** One whose reports of abuse wait no longer for the departments than that. */
    Wakeups wakeups(Wakeups.Connections connections, Wakeups.Connections ofReports, Duration patience) {
        return new Wakeups(rules, templates, outbound, connections, ofReports, keys, CLOCK, patience);
    }

    private Wakeups wakeups(Wakeups.Connections connections, Clock clock) {
        return new Wakeups(rules, templates, outbound, connections, connections, keys, clock);
    }

    static Call call(Kind kind, String key) {
        return new Call(
                CHILD,
                null,
                kind,
                "made up",
                Optional.of("photo-1.jpg"),
                new Call.Origin.Api(),
                "app",
                Optional.of(key),
                CLOCK.instant());
    }

    /** The first column of a query, as texts in order. */
    java.util.List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list().stream()
                .map(text -> text == null ? null : keys.texts().clear(text))
                .toList();
    }

    @Override
    public void close() {
        camel.stop();
        departments.close();
    }
}
