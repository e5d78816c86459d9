package org.childfile.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.childfile.access.keys.WarehouseKeys;
import org.childfile.access.privacy.Keyring;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.Shell;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.DatabaseLogins;
import org.childfile.database.TestServer;
import org.childfile.files.versions.SealedRows;
import org.childfile.ingest.mapping.Population;
import org.childfile.jobs.TestFiles;
import org.childfile.jobs.TestWorld;
import org.childfile.lab.departments.Departments;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The serving program over two nights of a small world, started once a JVM, where to find it, what it maps as {@code GET /address},
 * and the departments that it calls. */
public record TestServing(
        int port,
        DatabaseAddress database,
        Path home,
        Map<String, String> environment,
        Set<String> mapped,
        Departments departments) {

    /** Started when it is first wanted; ends with the JVM. */
    private static final class Started {
        private static final TestServing SERVING = start();
    }

    public static TestServing get() {
        return Started.SERVING;
    }

    /** The keys of its warehouse. */
    public Keyring keys() {
        return WarehouseKeys.open(database.dataSource(), home, environment);
    }

    /** The id number that a child's file holds sealed. */
    public String idNumber(String child) {
        return JdbcClient.create(database.dataSource())
                .sql("""
                        select version, identifiers from versions.child_version
                        where person_id = :child and superseded_at is null and valid_to is null""")
                .param("child", child)
                .query((row, line) -> Objects.requireNonNull(new SealedRows(keys(), Population.CHILD)
                                .values(child, row.getInt(1), row.getBytes(2))
                                .get("id_number"))
                        .toString())
                .single();
    }

    /** What a command prints, in the home of the serving program. */
    public String command(String... words) {
        CommandRun run = CommandRun.of(environment, words);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out().strip();
    }

    private static TestServing start() {
        Path home = TestFiles.temporary("serving");
        TestWorld world = TestWorld.small();
        DatabaseAddress database = TestServer.fresh();
        Map<String, String> environment = new HashMap<>(Map.of(
                "CHILDFILE_ANONYMOUS_RATE", "100000",
                "CHILDFILE_HOME", home.toString(),
                "CHILDFILE_LANG", "en",
                "CHILDFILE_API_RATE", "100000",
                "CHILDFILE_DB_URL", database.url(),
                "CHILDFILE_DB_USER", database.user(),
                "CHILDFILE_DB_PASSWORD", database.password()));
        environment.put("CHILDFILE_PUSH_RATE", "100000");
        environment.put("CHILDFILE_STREAM_SECONDS", "0");
        environment.put("CHILDFILE_INBOX_RECORDS", "200");
        environment.put("HEALTH_PUSH_SECRET", secret("first"));
        environment.put("HEALTH_PUSH_SECRET_NEXT", secret("next"));
        Departments departments = Departments.start(world.dir(), 0, "127.0.0.1");
        environment.putAll(departments.environment());
        for (int night = 1; night <= 2; night++) {
            departments.night(night);
            CommandRun run = CommandRun.of(
                    environment,
                    "nightly",
                    "--date",
                    world.day(night).toString(),
                    "--connectors",
                    TestFiles.connectors().toString(),
                    "--mappings",
                    TestFiles.mappings().toString());
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        Shell shell =
                new Shell(nowhere, nowhere, false, environment, Path.of("").toAbsolutePath());
        Engine engine = Engine.serve(DatabaseLogins.of(database), shell.workspace(restingConnectors(home), null));
        stopSchedule(engine);
        Set<String> mapped = new TreeSet<>();
        Objects.requireNonNull(engine.get(DispatcherServlet.class).getWebApplicationContext())
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues()
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mapped.add(method + " " + pattern))));
        return new TestServing(engine.port(), database, home, Map.copyOf(environment), mapped, departments);
    }

    /** The secret of a name by which a department signs. */
    private static String secret(String name) {
        return "whsec_"
                + Base64.getEncoder()
                        .encodeToString(
                                (name + " secret of the tests, and long enough").getBytes(StandardCharsets.UTF_8));
    }

    /** Quartz keeps one connection provider a name and JVM: a schedule that went on would work in another test's database. */
    private static void stopSchedule(Engine engine) {
        try {
            engine.get(Scheduler.class).shutdown();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The connectors with times that never come while a test runs. */
    static Path restingConnectors(Path home) {
        try {
            Path connectors = Files.createDirectory(home.resolve("connectors"));
            Path outbound = Files.createDirectory(connectors.resolve("outbound"));
            try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("connectors", "outbound"), "*.yaml")) {
                for (Path file : files) {
                    Files.writeString(outbound.resolve(file.getFileName()), TestFiles.fast(Files.readString(file)));
                }
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("connectors"), "*.yaml")) {
                for (Path file : files) {
                    Files.writeString(
                            connectors.resolve(file.getFileName()),
                            Files.readString(file)
                                    .replaceAll("cron: \"(\\S+ \\S+ \\S+) [^\"]*\"", "cron: \"$1 1 1 ? 2099\""));
                }
            }
            return connectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A token for a role and a purpose over divisions. */
    public String token(String role, String purpose, String division, String... more) {
        List<String> words =
                List.of("token", "--role", role, "--purpose", purpose, "--division", division, "--ttl", "1h");
        return command(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
    }
}
