package org.childfile.files.digitalfile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.childfile.access.keys.TestKeys;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.childfile.files.digitalfile.Finding.Result;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A warehouse in which tests tell what files say; nights and findings at the door then say what rules make of it. */
abstract class ToldNights {

    private final DriverManagerDataSource dataSource = TestDatabase.dataSource(TestServer.peopled());
    final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    private final DigitalFileStage stage =
            new DigitalFileStage(dataSource, TestKeys.of(dataSource), Children.published());
    final Findings findings = new Findings(dataSource, TestKeys.of(dataSource));
    private Instant clock = Instant.parse("2026-11-20T20:00:00Z");

    /** The file of a child says from now on what these words tell. */
    void says(String child, String words) {
        Map<String, String> told = new HashMap<>();
        for (String word : words.split(" ")) {
            told.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
        ends(child);
        jdbc.sql("insert into linkage.person values (:child, 'child', 'r', null) on conflict do nothing")
                .param("child", child)
                .update();
        jdbc.sql("""
                        insert into versions.child_version
                            (person_id, version, birth_date, on_roster, feeds, changed, provenance, conflicts, content_hash,
                             valid_from, recorded_at, run_id)
                        select :child, 1 + count(*), :born::date, :roster::boolean, :feeds::text[], '{}', :provenance::jsonb,
                               '[]', '', '2026-01-01', :at::timestamptz, 'r'
                        from versions.child_version where person_id = :child""")
                .param("child", child)
                .param("born", told.get("birth_date"))
                .param("roster", told.get("on_roster"))
                .param("feeds", "{" + told.get("feeds") + "}")
                .param("provenance", Children.provenance(told))
                .param("at", clock.toString())
                .update();
    }

    void ends(String child) {
        clock = clock.plusSeconds(1);
        jdbc.sql("update versions.child_version set superseded_at = :at::timestamptz"
                        + " where person_id = :child and superseded_at is null")
                .param("at", clock.toString())
                .param("child", child)
                .update();
    }

    /** Gives how many children were looked at. */
    long night(String day) {
        long seen = Objects.requireNonNull(
                transaction.execute(status -> stage.assess(recording("run " + day, day), done -> {})));
        jdbc.sql("insert into ops.run (run_id, kind, day, state, attempt, started)"
                        + " values (:run, 'nightly', :day::date, 'done', 1, now()) on conflict do nothing")
                .param("run", "run " + day)
                .param("day", day)
                .update();
        return seen;
    }

    DigitalFileStage.Recording recording(String run, String day) {
        clock = clock.plusSeconds(1);
        return new DigitalFileStage.Recording(run, LocalDate.parse(day), clock);
    }

    List<Finding> finds(String child, Result result) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Finding> said = findings.say(
                    new Findings.Said(child, Optional.empty(), result, LocalDate.of(2026, 11, 21), "seen", "wang"));
            said.stream()
                    .findFirst()
                    .ifPresent(each -> stage.assess(child, recording("finding-" + each.number(), day())));
            return said;
        }));
    }

    void takesBack(Finding finding) {
        transaction.executeWithoutResult(status -> {
            findings.undo(finding.number(), "wang", "a slip");
            stage.assess(finding.childId(), recording("undo-" + finding.number(), day()));
        });
    }

    String day() {
        return findings.lastDay().orElseThrow().toString();
    }

    List<String> hidden() {
        return texts("select concat_ws(' ', child_id, rule, since, finding, note) from mart.hidden_child order by 1");
    }

    List<String> changes() {
        return texts("select concat_ws(' ', run_id, child_id, rule, change) || ': ' || reason"
                + " from mart.hidden_change order by seq");
    }

    List<String> rows() {
        return texts("select h::text from digitalfile.hit h union all select r::text from digitalfile.risk r"
                + " union all select c::text from digitalfile.hidden_change c order by 1");
    }

    /** A digest of the same rows as they stand in the tables. */
    String digest() {
        return jdbc.sql(
                        "select coalesce(md5(string_agg(x, '|' order by x)), '') from (select h::text as x from digitalfile.hit h"
                                + " union all select r::text from digitalfile.risk r"
                                + " union all select c::text from digitalfile.hidden_change c) as x")
                .query(String.class)
                .single();
    }

    /** What is sealed in them is opened, as the doors do. */
    List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list().stream()
                .map(text -> text == null ? null : TestKeys.of(dataSource).clear(text))
                .toList();
    }
}
