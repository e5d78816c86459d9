package org.childfile.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.childfile.cli.main.CommandLineOfChildfile;
import org.childfile.cli.main.Identities;
import org.childfile.cli.terminal.Shell;
import org.childfile.database.EmbeddedDatabase;
import org.childfile.lab.registers.LinkageScore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a newcomer runs it, and after it every command that the READMEs show. */
class DemoTest {

    /** Shown, but no command to run once more inside the tests that the second of them is. */
    private static final Set<String> NOT_RUN = Set.of("demo", "verify");

    @TempDir
    private static Path home;

    private static Ran demo;

    /** How a command ended and what it printed. */
    private record Ran(int code, String out, String err) {}

    @BeforeAll
    static void runBothNights() {
        demo = run("demo", "--nights", "2");
    }

    private static Ran run(String... args) {
        return runIn("en", args);
    }

    private static Ran runIn(String language, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Map.of("CHILDFILE_HOME", home.toString(), "CHILDFILE_LANG", language),
                Path.of("").toAbsolutePath());
        int code = CommandLineOfChildfile.run(shell, args);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theDemoEndsWellAndSaysWhatToLookAtNext() {
        assertThat(demo.code()).as(demo.err()).isZero();
        assertThat(demo.out())
                .contains("Run 20261121-1 (2026-11-21): done", "Run 20261122-1 (2026-11-22): done", "Nothing lost:")
                .contains("What to look at next:");
    }

    @Test
    void everyCommandOfTheReadmesRuns() throws IOException {
        List<List<String>> commands = commands("README.md");
        assertThat(commands("README.zh-CN.md")).isEqualTo(commands);
        assertThat(commands).hasSizeGreaterThan(8);
        for (List<String> command : commands) {
            if (!NOT_RUN.contains(command.getFirst())) {
                Ran ran = run(command.toArray(String[]::new));
                assertThat(ran.code()).as(command + "\n" + ran.err()).isZero();
                assertThat(ran.out()).as(command.toString()).isNotBlank();
            }
        }
    }

    @Test
    void theReportsThatTheReadmesShowAreTheDemosOwn() throws IOException {
        assertThat(runIn("en", "run", "20261121-1").out()).contains(shownReport("README.md"));
        assertThat(runIn("zh", "run", "20261121-1").out()).contains(shownReport("README.zh-CN.md"));
    }

    @Test
    void theDemoWorldIsLinkedAsTheTruthSays() {
        Map<String, String> found = new HashMap<>();
        run(
                        "sql",
                        "--reason",
                        "measured by the truth",
                        "--csv",
                        "select feed || '/' || source_key, person_id from mart.membership")
                .out()
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(row -> found.put(row[0], row[1]));
        LinkageScore score = LinkageScore.of(Path.of("sample-feeds"), found);
        assertThat(score.unknown()).isEmpty();
        assertThat(score.precision()).as("precision of %s", score).isGreaterThanOrEqualTo(0.999);
        assertThat(score.recall()).as("recall of %s", score).isGreaterThanOrEqualTo(0.97);
        assertThat(score.mergedTwins()).isEmpty();
    }

    /** Every table of every schema as text, and every byte of every file: the database's own, its journal, the logs. */
    @Test
    void nothingThatIsKeptShowsAnIdNumberOrAPhone() throws IOException, SQLException {
        Identities identities = Identities.of(Path.of("sample-feeds"));
        Map<String, Set<String>> shown = new TreeMap<>();
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home);
                Connection connection = database.logins().owner().connect()) {
            for (String table : texts(connection, """
                    select format('%I.%I', table_schema, table_name) from information_schema.tables
                    where table_schema not in ('pg_catalog', 'information_schema')""")) {
                Set<String> found = new TreeSet<>();
                texts(connection, "select t::text from " + table + " t")
                        .forEach(row -> found.addAll(identities.in(row)));
                shown.put(table, found);
            }
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                shown.put(
                        home.relativize(file).toString(),
                        identities.in(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        }
        assertThat(shown)
                .containsKeys(
                        "landing.record",
                        "mapping.source_record",
                        "versions.child_version",
                        "mart.child",
                        "batch.batch_step_execution",
                        "quartz.qrtz_triggers",
                        "ops.run",
                        "postgres.log");
        shown.values().removeIf(Set::isEmpty);
        assertThat(shown).isEmpty();
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    /** The first block of output of a page, without the stages, whose seconds differ each time. */
    private static String shownReport(String page) throws IOException {
        Matcher block = Pattern.compile("```text\n(.*?\n)\n(stage|阶段)", Pattern.DOTALL)
                .matcher(Files.readString(Path.of(page)));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    /** The arguments of every {@code ./childfile} line in the {@code sh} blocks of a page. */
    private static List<List<String>> commands(String page) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        Matcher block = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of(page)));
        while (block.find()) {
            block.group(1)
                    .lines()
                    .filter(line -> line.startsWith("./childfile "))
                    .forEach(line -> {
                        List<String> arguments = new ArrayList<>();
                        Matcher argument =
                                Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(line.substring("./childfile ".length()));
                        while (argument.find()) {
                            arguments.add(Stream.of(argument.group(1), argument.group(2))
                                    .filter(each -> each != null)
                                    .findFirst()
                                    .orElseThrow());
                        }
                        commands.add(arguments);
                    });
        }
        return commands;
    }
}
