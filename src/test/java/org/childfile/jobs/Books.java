package org.childfile.jobs;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.childfile.access.keys.TestKeys;
import org.childfile.access.privacy.Keyring;
import org.childfile.ingest.landing.Sealing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the tables and views say after a run, as tests compare it.
 *
 * <p>Over 250 lines, because every comparison of warehouses is here.
 */
final class Books {

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    Books(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A row of {@code ops.pull}. */
    record Pull(
            String feed,
            String state,
            @Nullable String reason,
            String message,
            int pulled,
            int fresh,
            int changed,
            int unchanged,
            int withdrawn,
            int quarantined,
            int duplicates,
            List<String> drift) {

        /** State and counts in one line: {@code ok 120 = 100 new + 2 changed …}; what is zero is left out. */
        String line() {
            StringBuilder line = new StringBuilder(state).append(reason == null ? "" : " " + reason);
            Map<String, Integer> counts = new java.util.LinkedHashMap<>();
            counts.put("new", fresh);
            counts.put("changed", changed);
            counts.put("unchanged", unchanged);
            counts.put("quarantined", quarantined);
            counts.put("duplicates", duplicates);
            counts.put("withdrawn", withdrawn);
            counts.forEach((name, count) -> line.append(count == 0 ? "" : ", " + count + " " + name));
            return line.toString();
        }
    }

    /** A row of {@code ops.quarantine}. */
    record Aside(String feed, String place, @Nullable String key, String reason, String field, String text) {}

    Pull pull(Run run, String feed) {
        return jdbc.sql("select * from ops.pull where run_id = :run and feed = :feed")
                .param("run", run.runId())
                .param("feed", feed)
                .query(Books::pull)
                .single();
    }

    /** All pulls of a run by feed. */
    Map<String, Pull> pulls(Run run) {
        Map<String, Pull> pulls = new TreeMap<>();
        jdbc.sql("select * from ops.pull where run_id = :run")
                .param("run", run.runId())
                .query(Books::pull)
                .list()
                .forEach(pull -> pulls.put(pull.feed(), pull));
        return pulls;
    }

    private static Pull pull(ResultSet row, int number) throws SQLException {
        String message = row.getString("message");
        return new Pull(
                row.getString("feed"),
                row.getString("state"),
                row.getString("reason"),
                message == null ? "" : message,
                row.getInt("pulled"),
                row.getInt("new"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("withdrawn"),
                row.getInt("quarantined"),
                row.getInt("duplicates"),
                Arrays.asList((String[]) row.getArray("drift").getArray()));
    }

    /** What a run set aside that was not set aside before, in the order of feeds and numbers. */
    List<Aside> aside(Run run) {
        Sealing sealing = new Sealing(TestKeys.of(dataSource));
        return jdbc.sql("""
                        select q.feed, q.place, q.source_key, q.reason, q.field, q.text, q.pull_id, q.seq, t.sealed_text
                        from ops.quarantine q
                        join landing.quarantine t using (quarantine_id)
                        join landing.pull p on p.pull_id = q.pull_id
                        where p.run_id = :run order by q.feed, q.quarantine_id""")
                .param("run", run.runId())
                .query((row, number) -> new Aside(
                        row.getString(1),
                        row.getString(2),
                        key(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getBytes(9) == null
                                ? row.getString(6)
                                : sealing.openText(row.getLong(7), row.getInt(8), row.getBytes(9))))
                .list();
    }

    /**
     * Where the conservation law is broken, by the rows themselves: one line a pull, none if all is well. To be asked
     * before the next run, because a record in force belongs to the pull that last brought it changed.
     */
    List<String> lost(Run run) {
        return jdbc.sql(TestSql.read("conservation"))
                .param("run", run.runId())
                .query(String.class)
                .list();
    }

    /**
     * What other programs see now: by view its rows, without moments, run ids and version numbers. A person is called
     * by the first of the records that make it, because the id tells which of them came first.
     */
    Map<String, List<String>> published() {
        Map<String, List<String>> published = new TreeMap<>();
        published.put("child", named("mart.child", "child_id", "'version', 'recorded_at', 'valid_from'"));
        published.put(
                "child_value",
                named(
                        "(select v.* from mart.child_value v join mart.child c using (child_id, version))",
                        "child_id",
                        "'version', 'observed_at'"));
        published.put("child_conflict", named("mart.child_conflict", "child_id", "'none'"));
        published.put("volunteer", named("mart.volunteer", "volunteer_id", "'version', 'recorded_at', 'valid_from'"));
        published.put("membership", named("mart.membership", "person_id", "'since'"));
        return published;
    }

    /** What follows for care from what is published: rules, grades, pairings and duties, in the same way. */
    Map<String, List<String>> cared() {
        Map<String, List<String>> cared = new TreeMap<>();
        cared.put("risk", named("mart.risk", "child_id", "'none'"));
        cared.put("hidden_child", named("mart.hidden_child", "child_id", "'none'"));
        cared.put(
                "pairing",
                named(
                        "(select * from mart.pairing where state <> 'rejected')",
                        "child_id",
                        "'pairing_id', 'reasons', 'volunteer_id'"));
        cared.put("care_duty", rows("mart.care_duty v", "'none'"));
        cared.put("care_problem", rows("mart.care_problem v", "'none'"));
        return cared;
    }

    private List<String> named(String from, String id, String without) {
        return texts(
                TestSql.read("named").replace(":from", from).replace(":id", id).replace(":without", without));
    }

    /** How it came to what is published: every person, version and change of identity. */
    Map<String, List<String>> history() {
        Map<String, List<String>> history = new TreeMap<>(published());
        String moments = "'recorded_at', 'superseded_at', 'run_id'";
        history.put("membership", rows("mart.membership v", "'since'"));
        history.put("child_version", rows("mart.child_version v", moments));
        history.put("volunteer_version", rows("mart.volunteer_version v", moments));
        history.put("identity_change", rows("mart.identity_change v", "'seq', 'at', 'run_id'"));
        history.put("quarantine", rows("""
                (select feed, place, source_key, reason, field, text, resolved is not null as settled
                 from ops.quarantine) v""", "'none'"));
        return history;
    }

    private List<String> rows(String from, String without) {
        return texts("select (to_jsonb(v) - array[" + without + "])::text from " + from + " order by 1");
    }

    /** Where what is published, or its history, is not as expected: by view the rows missing and those too many. */
    static List<String> differences(Map<String, List<String>> expected, Map<String, List<String>> found) {
        List<String> differences = new ArrayList<>();
        expected.forEach((view, rows) -> {
            List<String> missing = new ArrayList<>(rows);
            List<String> tooMany = new ArrayList<>(found.getOrDefault(view, List.of()));
            rows.forEach(tooMany::remove);
            found.getOrDefault(view, List.of()).forEach(missing::remove);
            missing.forEach(row -> differences.add("missing in " + view + ": " + row));
            tooMany.forEach(row -> differences.add("too much in " + view + ": " + row));
        });
        return differences;
    }

    /** One number of one query. */
    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** The first column of a query as texts, what is sealed in them opened: a sealed value differs from person to person. */
    List<String> texts(String sql) {
        Keyring keys = TestKeys.of(dataSource);
        return jdbc.sql(sql).query(String.class).list().stream()
                .map(text -> text == null ? null : keys.clear(text))
                .toList();
    }

    private @Nullable String key(@Nullable String stored) {
        return stored == null ? null : TestKeys.of(dataSource).tokens().clear(stored);
    }

    /** What the landing zone holds, as it came. */
    List<String> landed() {
        return landed("%");
    }

    /** What the landing zone holds of one feed, with its places. */
    List<String> landed(String feed) {
        Sealing sealing = new Sealing(TestKeys.of(dataSource));
        return jdbc.sql("""
                        select r.pull_id, r.seq, r.content, r.place
                        from landing.record r join landing.pull p using (pull_id)
                        where p.feed like :feed order by r.pull_id, r.seq""")
                .param("feed", feed)
                .query((row, number) -> row.getString(4) + ": "
                        + new String(
                                sealing.openContent(row.getLong(1), row.getInt(2), row.getBytes(3)),
                                StandardCharsets.ISO_8859_1))
                .list();
    }

    /** The next pull of every feed asks for all there is. */
    void forgetWatermarks() {
        jdbc.sql("update landing.pull set watermark = null").update();
    }

    /** The number of rows of each table, but for those that tell of every run. */
    Map<String, Long> rowCounts() {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : texts("""
                select schemaname || '.' || tablename from pg_tables
                where schemaname in ('landing', 'mapping', 'linkage', 'versions')
                  and tablename not in ('pull', 'document')""")) {
            counts.put(table, count("select count(*) from " + table));
        }
        return counts;
    }
}
