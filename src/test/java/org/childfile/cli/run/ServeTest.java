package org.childfile.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.cli.main.CommandLineOfChildfile;
import org.childfile.cli.main.FiredJob;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.jobs.Run;
import org.childfile.jobs.RunProgress;
import org.childfile.jobs.Runs;
import org.childfile.lab.departments.Departments;
import org.childfile.lab.registers.WorldWriter;
import org.childfile.lab.world.WorldPlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.TriggerBuilder;

/**
 * One serving engine over a small world; its triggers are fired by hand, for their own times lie in 2099.
 *
 * <p>Over 250 lines: an engine takes seconds to start, so all that is asked of one stands here.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @TempDir
    private static Path home;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Departments departments;
    private Warehouse warehouse;
    private Engine engine;
    private Path connectors;
    private Shell shell;

    @BeforeAll
    void serve() throws Exception {
        WorldWriter.write(WorldPlan.of(40, 7), home.resolve("world"), line -> {});
        departments = Departments.start(home.resolve("world"), 0, "127.0.0.1");
        connectors = Files.createDirectory(home.resolve("connectors"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("connectors"), "*.yaml")) {
            for (Path file : files) {
                Files.writeString(
                        connectors.resolve(file.getFileName()),
                        Files.readString(file)
                                .replaceAll("cron: \"(\\S+ \\S+ \\S+) [^\"]*\"", "cron: \"$1 1 1 ? 2099\""));
            }
        }
        Map<String, String> environment = new HashMap<>(departments.environment());
        environment.put("CHILDFILE_HOME", home.toString());
        environment.put("CHILDFILE_LANG", "en");
        shell = new Shell(
                new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                environment,
                Path.of("").toAbsolutePath());
        warehouse = Warehouse.open(shell);
        engine = Engine.serve(warehouse.logins(), shell.workspace(connectors, null));
    }

    @AfterAll
    void end() {
        engine.close();
        warehouse.close();
        departments.close();
    }

    @Test
    @Order(1)
    void everyFeedHasItsTriggerInTheDatabaseAtItsTimeInShanghai() throws SQLException {
        assertThat(rows("""
                select t.trigger_group || ' ' || t.trigger_name || ' ' || c.cron_expression || ' ' || c.time_zone_id
                from quartz.qrtz_triggers t join quartz.qrtz_cron_triggers c using (sched_name, trigger_group, trigger_name)
                order by t.trigger_group, t.trigger_name"""))
                .containsExactly(
                        "pull care-records 0 40 3 1 1 ? 2099 Asia/Shanghai",
                        "pull civil-affairs 0 0 1 1 1 ? 2099 Asia/Shanghai",
                        "pull education 0 30 1 1 1 ? 2099 Asia/Shanghai",
                        "pull health 0 30 2 1 1 ? 2099 Asia/Shanghai",
                        "pull medical-insurance 0 10 3 1 1 ? 2099 Asia/Shanghai",
                        "pull pairings 0 30 3 1 1 ? 2099 Asia/Shanghai",
                        "pull political-legal 0 0 3 1 1 ? 2099 Asia/Shanghai",
                        "pull public-security 0 0 2 1 1 ? 2099 Asia/Shanghai",
                        "pull volunteers 0 20 3 1 1 ? 2099 Asia/Shanghai",
                        "run corrections 20 * * * * ? Asia/Shanghai",
                        "run nightly 0 0 4 * * ? Asia/Shanghai",
                        "run wake-ups 20 * * * * ? Asia/Shanghai");
    }

    @Test
    @Order(2)
    void theProgramIsHealthyAndItsFeedsAreUnknownYet() throws Exception {
        assertThat(get("/actuator/health"))
                .isEqualTo("200 {\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
        assertThat(get("/actuator/prometheus"))
                .startsWith("200 ")
                .contains("childfile_run_state{state=\"running\"} 0.0", "childfile_run_ended_seconds NaN")
                .contains("childfile_feed_last_good_seconds{feed=\"volunteers\"} NaN")
                .contains("childfile_breach_steps_overdue 0.0", "childfile_correction_requests_overdue 0.0")
                .contains("childfile_audit_pack_due 0.0", "childfile_background_checks_due 0.0");
    }

    @Test
    @Order(2)
    void nothingElseIsToldOfTheProgramAndNothingOnAnotherAddress() throws Exception {
        for (int port : List.of(engine.port(), engine.managementPort())) {
            nothingIsToldAt(port);
        }
        for (String path : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/prometheus")) {
            assertThat(get(engine.port(), path)).as(path).startsWith("404 ").contains("\"no-such-page\"");
        }
        for (String path : List.of("/api/v1", "/api/v1/children", "/api/v1/openapi.json")) {
            assertThat(get(path)).as(path).matches("(?s)(401|404) .*");
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + engine.managementPort() + "/actuator/health");
            assertThat(client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                            .headers()
                            .map())
                    .doesNotContainKeys("server", "x-powered-by");
            assertThat(client.send(
                                    HttpRequest.newBuilder(address)
                                            .header("X-Long", "x".repeat(20_000))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(400);
        }
        for (int port : List.of(engine.port(), engine.managementPort())) {
            assertThatThrownBy(() -> new Socket("127.0.0.2", port).close()).isInstanceOf(ConnectException.class);
        }
    }

    private static void nothingIsToldAt(int port) throws Exception {
        for (String path : List.of("/", "/actuator", "/actuator/env", "/actuator/heapdump", "/error", "/%2e%2e/x")) {
            String answer = get(port, path);
            assertThat(answer).as(path).matches("(?s)(400|404|500) .*");
            assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                    .as(path)
                    .doesNotContain("tomcat")
                    .doesNotContain("whitelabel")
                    .doesNotContain("exception")
                    .doesNotContain("at org.");
        }
    }

    @Test
    @Order(3)
    void aTriggerThatFiresPullsItsFeedForNoRunYet() throws Exception {
        FiredJob.fire(engine.get(Scheduler.class), new JobKey("volunteers", "pull"));
        assertThat(rows("select feed || ' ' || state || ' ' || coalesce(run_id, 'no run') from landing.pull"))
                .containsExactly("volunteers landed no run");
    }

    @Test
    @Order(4)
    void theNightTakesWhatTheScheduleFetchedAndPullsTheRest() throws Exception {
        int asked = departments.requests("volunteers");
        FiredJob.fire(engine.get(Scheduler.class), new JobKey("nightly", "run"));
        assertThat(departments.requests("volunteers")).isEqualTo(asked);
        assertThat(
                        rows(
                                "select state || ' ' || (select count(*) from ops.pull p where p.run_id = r.run_id) from ops.run r"))
                .containsExactly("done 9");
    }

    @Test
    @Order(5)
    void theMetricsTellTheRunItsPullsAndTheQuarantineAndNoPerson() throws Exception {
        String metrics = get("/actuator/prometheus");
        assertThat(metrics)
                .contains("childfile_run_state{state=\"done\"} 1.0", "childfile_run_state{state=\"failed\"} 0.0")
                .contains("childfile_pulls_total{feed=\"volunteers\",state=\"landed\"} 1.0")
                .contains("childfile_feed_state{feed=\"health\",state=\"ok\"} 1.0")
                .doesNotContain("childfile_run_ended_seconds NaN");
        assertThat(rows("select feed || ' ' || count(*) from ops.quarantine where resolved is null group by feed"))
                .allSatisfy(line -> assertThat(metrics)
                        .contains("childfile_quarantine_open{feed=\"%s\"} %s.0".formatted((Object[]) line.split(" "))));
        for (String name : rows("select name from mart.child where name is not null")) {
            assertThat(metrics).doesNotContain(name);
        }
    }

    @Test
    @Order(6)
    void aNightThatADeadProcessLeftGoesOnAndNoOtherDoes() throws Exception {
        assertThat(engine.get(Runs.class).resume(DAY, RunProgress.NONE)).isEmpty();
        change("insert into ops.run (run_id, kind, day, state, attempt, started)"
                + " values ('20261122-1', 'nightly', '2026-11-22', 'running', 1, now())");
        assertThat(engine.get(Runs.class).resume(DAY, RunProgress.NONE))
                .hasValueSatisfying(
                        run -> assertThat(run.runId() + " " + run.state()).isEqualTo("20261122-1 " + Run.State.DONE));
        assertThat(engine.get(Runs.class).resume(DAY, RunProgress.NONE)).isEmpty();
    }

    @Test
    @Order(7)
    void aNodeThatStartsWithOtherTimesChangesTheTriggersAndForgetsFeedsThatAreGone() throws Exception {
        Scheduler scheduler = engine.get(Scheduler.class);
        scheduler.scheduleJob(
                scheduler
                        .getJobDetail(new JobKey("health", "pull"))
                        .getJobBuilder()
                        .withIdentity("gone", "pull")
                        .build(),
                TriggerBuilder.newTrigger()
                        .withIdentity("gone", "pull")
                        .withSchedule(CronScheduleBuilder.cronSchedule("0 0 1 1 1 ? 2099"))
                        .build());
        Path health = connectors.resolve("health.yaml");
        Files.writeString(health, Files.readString(health).replace("0 30 2 1 1 ? 2099", "0 45 2 1 1 ? 2099"));
        Engine.serve(warehouse.logins(), shell.workspace(connectors, null)).close();
        assertThat(rows("select cron_expression from quartz.qrtz_cron_triggers where trigger_name = 'health'"))
                .containsExactly("0 45 2 1 1 ? 2099");
        assertThat(rows("select trigger_name from quartz.qrtz_triggers"))
                .hasSize(12)
                .contains("nightly", "wake-ups", "corrections")
                .doesNotContain("gone");
    }

    @Test
    @Order(8)
    void noSecretStandsInAnyTable() throws SQLException {
        List<String> secrets = shell.environment().entrySet().stream()
                .filter(variable -> variable.getKey().matches(".*(SECRET|TOKEN|KEY)"))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(secrets).hasSize(5);
        List<String> tables = rows("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not like 'pg\\_%' and schemaname <> 'information_schema'""");
        assertThat(tables).contains("batch.batch_job_execution_params", "quartz.qrtz_job_details", "landing.pull");
        for (String table : tables) {
            for (String row : rows("select t::text from " + table + " t")) {
                assertThat(secrets).noneMatch(row::contains);
            }
        }
        // Quartz keeps a job's own data as bytes.
        for (String data : rows("select encode(job_data, 'escape') from quartz.qrtz_job_details")) {
            assertThat(secrets).noneMatch(data::contains);
        }
    }

    @Test
    @Order(8)
    void aPortThatIsTakenIsSaidSo() {
        Map<String, String> environment = new HashMap<>(shell.environment());
        environment.put("CHILDFILE_DB_URL", warehouse.logins().owner().url());
        environment.put("CHILDFILE_DB_USER", warehouse.logins().owner().user());
        environment.put("CHILDFILE_DB_PASSWORD", warehouse.logins().owner().password());
        int code = CommandLineOfChildfile.run(
                new Shell(shell.out(), shell.err(), false, environment, shell.root()),
                "serve",
                "--port",
                Integer.toString(engine.port()),
                "--connectors",
                connectors.toString());
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("Error: port " + engine.port() + " is in use; choose another with --port or CHILDFILE_PORT"
                        + " (for health and metrics CHILDFILE_MANAGEMENT_PORT, else the port after it)\n");
        assertThat(code).isEqualTo(2);
    }

    private String get(String path) throws Exception {
        return get(engine.managementPort(), path);
    }

    private static String get(int port, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = warehouse.logins().owner().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = warehouse.logins().owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
