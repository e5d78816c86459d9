package org.childfile.files.versions;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.childfile.access.erasure.Correction;
import org.childfile.access.erasure.Corrections;
import org.childfile.access.keys.TestKeys;
import org.childfile.access.privacy.Keyring;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.childfile.files.merge.Survivorship;
import org.childfile.ingest.connector.Connectors;
import org.childfile.ingest.mapping.Mappings;
import org.childfile.ingest.mapping.Population;
import org.childfile.settings.Problems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A warehouse in which tests tell what each record says and whose it is; nights then make versions of it. */
final class Told {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Survivorship RULES = rules();

    private final DriverManagerDataSource dataSource = TestDatabase.dataSource(TestServer.peopled());
    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    private final Keyring keys = TestKeys.of(dataSource);
    private final VersionStage stage = new VersionStage(dataSource, keys, RULES);

    private final Corrections corrections = new Corrections(dataSource, keys);
    private Instant noon = Instant.parse("2025-11-21T04:00:00Z");

    private static Survivorship rules() {
        Problems problems = new Problems();
        Path dir = Path.of("mappings");
        Mappings mappings = Mappings.read(dir, Connectors.read(Path.of("connectors"), problems), problems);
        Survivorship rules = Survivorship.read(dir, mappings, problems);
        problems.raise();
        return rules;
    }

    /** A record of a child says something, on a day at noon. */
    void says(String child, String feed, String key, String day, String attributes) {
        jdbc.sql("""
                        insert into mapping.source_record
                            (population, feed, source_key, withdrawn, observed_at, pull_id, seq, attributes)
                        values ('child', :feed, :key, false, :at::timestamptz, 1, 1, :attributes::jsonb)
                        on conflict (feed, source_key) do update
                        set observed_at = excluded.observed_at, attributes = excluded.attributes""")
                .param("feed", feed)
                .param("key", key)
                .param("at", day + " 12:00+08")
                .param("attributes", attributes)
                .update();
        belongs(feed, key, child);
    }

    /** The feed takes the record back. */
    void withdraws(String feed, String key) {
        jdbc.sql("update mapping.source_record set withdrawn = true where feed = :feed and source_key = :key")
                .param("feed", feed)
                .param("key", key)
                .update();
        touch();
    }

    /** The record is found to be of this child. */
    void belongs(String feed, String key, String child) {
        touch();
        jdbc.sql("""
                        insert into linkage.membership (record_id, person_id, decided_by, since)
                        select record_id, :child, 'rule', now() from mapping.source_record
                        where feed = :feed and source_key = :key
                        on conflict (record_id) do update set person_id = excluded.person_id""")
                .param("feed", feed)
                .param("key", key)
                .param("child", child)
                .update();
        touch();
    }

    /** A person proves what is true of a child, and the file says so at once. */
    Correction proves(String child, String attribute, Object value, String since) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Correction said = corrections.say(
                    child, attribute, value, "certificate seen", Optional.of(LocalDate.parse(since)), "wang");
            rewrite(child, "correction-" + said.number());
            return said;
        }));
    }

    /** A correction is taken back, and the file says so at once. */
    void takesBack(Correction correction) {
        transaction.executeWithoutResult(status -> {
            corrections.undo(correction.number(), "wang", "a slip");
            rewrite(correction.personId(), "correction-" + correction.number());
        });
    }

    private void rewrite(String child, String run) {
        stage.rewrite(
                Population.CHILD,
                child,
                new VersionStage.Recording(run, LocalDate.of(2025, 11, 21), noon = noon.plusSeconds(1)));
    }

    private void touch() {
        jdbc.sql("""
                        insert into linkage.touched_person (person_id, population)
                        select distinct person_id, 'child' from linkage.membership
                        on conflict do nothing""").update();
    }

    /** The night of a day, which ends at four in the morning of it. */
    VersionReport night(String day) {
        LocalDate date = LocalDate.parse(day);
        Instant recordedAt = date.atTime(LocalTime.of(4, 0)).atZone(ZONE).toInstant();
        return Objects.requireNonNull(transaction.execute(status ->
                stage.write(Population.CHILD, new VersionStage.Recording("run " + day, date, recordedAt), n -> {})));
    }

    /** Every version of a child: number, name, from when to when it was true, from when to when it stood, what changed. */
    List<String> versions(String child) {
        return texts("""
                select concat_ws(' | ', version, name, valid_from || ' to ' || coalesce(valid_to::text, '-'),
                           to_char(recorded_at, 'MM-DD HH24"h"') || ' to '
                               || coalesce(to_char(superseded_at, 'MM-DD HH24"h"'), '-'),
                           array_to_string(changed, ' '), array_to_string(feeds, ' '))
                from mart.child_version where child_id = '%s' order by version""".formatted(child));
    }

    /** Where each value that holds on 2025-11-24 was from, as it was believed at a moment: attribute, feed, key, stamp. */
    List<String> sources(String moment) {
        return texts("""
                select concat_ws(' ', attribute, feed, source_key, observed_at::date)
                from mart.child_value_as_of('2025-11-24', '%s+08') order by 1""".formatted(moment));
    }

    /** The files as they were true on a day by what was recorded at a moment: child, version, name. */
    List<String> asOf(String day, String moment) {
        return texts("""
                select child_id || ' ' || version || ' ' || name
                from mart.child_as_of('%s', '%s+08') order by 1""".formatted(day, moment));
    }

    /** A copy of the first child's version, changed, is put beside it as number 99. */
    void plant(String version, String change) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            "create temp table planted on commit drop as select * from versions.child_version where person_id = 'C1'"
                                    + " and version = " + version)
                    .update();
            jdbc.sql("update planted set version = 99, " + change).update();
            // What PostgreSQL makes of other columns cannot be written.
            String columns = jdbc.sql("""
                            select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                            where attrelid = 'versions.child_version'::regclass and attnum > 0
                              and not attisdropped and attgenerated = ''""").query(String.class).single();
            jdbc.sql("insert into versions.child_version (" + columns + ") select " + columns + " from planted")
                    .update();
        });
    }

    /** The first column of a query, its sealed words opened. */
    List<String> opened(String sql) {
        return texts(sql).stream().map(keys::clear).toList();
    }

    /** The first column of a query. */
    List<String> texts(String sql) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("set local time zone 'Asia/Shanghai'").update();
            return jdbc.sql(sql).query(String.class).list();
        }));
    }
}
