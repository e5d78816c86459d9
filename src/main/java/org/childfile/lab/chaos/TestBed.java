package org.childfile.lab.chaos;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.database.DatabaseAddress;
import org.childfile.lab.departments.Departments;
import org.childfile.lab.registers.WorldWriter;
import org.childfile.lab.world.WorldPlan;
import org.childfile.storage.PrivateFiles;
import org.springframework.util.FileSystemUtils;

/**
 * A made world of two nights with its mocked departments, and homes to try faults on. All homes are copies of one in which the
 * tables and the keys are there, so that ids, which hang on the keys, are the same in all of them.
 *
 * <p>Over 250 lines: whatever faults do to homes is done here in one way.
 */
final class TestBed implements AutoCloseable {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 21);
    private static final String HOME = "CHILDFILE_HOME";

    private final CommandBase command;
    private final Path base;
    private final Path world;
    private final Departments departments;
    private final Path template;
    private final SplittableRandom random;
    private final Map<Integer, Undisturbed> undisturbed = new HashMap<>();
    private int outputs;

    /** What nights make that nothing disturbs; the home as they left it. */
    record Undisturbed(Path home, Fingerprint fingerprint, Fingerprint state, int code, Duration last) {}

    private TestBed(CommandBase command, Path base, Path world, Departments departments, long seed) {
        this.command = command;
        this.base = base;
        this.world = world;
        this.departments = departments;
        this.template = base.resolve("template");
        this.random = new SplittableRandom(seed);
    }

    /** Makes the world and the template in a folder of the command's home, which is emptied before. */
    static TestBed open(CommandBase command, int children, long seed) throws IOException, SQLException {
        Path base = command.shell().home().resolve("bench-chaos-" + children + "-" + seed);
        FileSystemUtils.deleteRecursively(base);
        PrivateFiles.folder(base);
        Path world = base.resolve("world");
        WorldWriter.write(WorldPlan.of(children, seed), world, line -> {});
        TestBed bed = new TestBed(command, base, world, Departments.start(world, 0, "127.0.0.1"), seed);
        bed.prepare();
        return bed;
    }

    private void prepare() throws IOException {
        PrivateFiles.folder(template);
        Shell own = shell(template);
        try (Warehouse warehouse = Warehouse.open(own)) {
            Engine.start(warehouse.logins(), own.workspace(null, null).with(departments.environment()))
                    .close();
        }
    }

    /** The day of a night, from 1. */
    static LocalDate day(int night) {
        return FIRST.plusDays(night - 1L);
    }

    Departments departments() {
        return departments;
    }

    /** The folder of the world that the departments serve. */
    Path world() {
        return world;
    }

    /** Draws follow the seed. */
    SplittableRandom random() {
        return random;
    }

    Shell shell(Path home) {
        return command.shell().at(home);
    }

    /** A message in the language in which the program speaks here. */
    String text(String key, Object... arguments) {
        return command.text(key, arguments);
    }

    /** A folder beside the homes, by its name; it is not made. */
    Path folder(String name) {
        return base.resolve(name);
    }

    /** A home before its first night. */
    Path home(String name) throws IOException, InterruptedException {
        return copy(template, base.resolve(name));
    }

    /** A home after so many undisturbed nights. */
    Path home(String name, int nights) throws IOException, InterruptedException, SQLException {
        return nights == 0 ? home(name) : copy(undisturbed(nights).home(), base.resolve(name));
    }

    /** What so many nights make that nothing disturbs; run when it is first asked for. */
    Undisturbed undisturbed(int nights) throws IOException, InterruptedException, SQLException {
        Undisturbed known = undisturbed.get(nights);
        if (known != null) {
            return known;
        }
        Path home = home("undisturbed-" + nights, nights - 1);
        long began = System.nanoTime();
        int code = night(home, nights).ended();
        Duration last = Duration.ofNanos(System.nanoTime() - began);
        Undisturbed made = new Undisturbed(home, fingerprint(home), state(home), code, last);
        undisturbed.put(nights, made);
        return made;
    }

    /** Copies a home with its rights and owners; nothing may use it meanwhile. */
    Path copy(Path from, Path to) throws IOException, InterruptedException {
        Process copying = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                .inheritIO()
                .start();
        if (copying.waitFor() != 0) {
            throw new IOException("cannot copy " + from + " to " + to);
        }
        return to;
    }

    void drop(Path home) throws IOException {
        FileSystemUtils.deleteRecursively(home);
    }

    /** Starts a night as cron does; the departments are in that night's state from now on. */
    ProgramProcess night(Path home, int night) throws IOException {
        return night(home, night, Map.of(), List.of());
    }

    /** The same in another environment, with more options of the Java machine, of which the last counts. */
    ProgramProcess night(Path home, int night, Map<String, String> environment, List<String> options)
            throws IOException {
        departments.night(Math.min(night, 2));
        return start(home, environment, options, "nightly", "--date", day(night).toString());
    }

    /** Starts any command of the program on a home. */
    ProgramProcess start(Path home, Map<String, String> environment, List<String> options, String... arguments)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1", "-Xmx1g"));
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        line.add("-Dchildfile.root=" + command.shell().root());
        line.addAll(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.childfile.ChildFile"));
        line.addAll(List.of(arguments));
        // Not in the home, whose disk may be full.
        Path output = base.resolve("output-" + ++outputs);
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(Redirect.to(output.toFile()));
        builder.environment().putAll(departments.environment());
        builder.environment().put(HOME, home.toString());
        builder.environment().putAll(environment);
        return new ProgramProcess(builder.start(), output);
    }

    Fingerprint fingerprint(Path home) throws SQLException {
        try (Warehouse warehouse = Warehouse.open(shell(home));
                Connection program = warehouse.logins().program().connect()) {
            return Fingerprint.of(program);
        }
    }

    Fingerprint state(Path home) throws SQLException {
        try (Warehouse warehouse = Warehouse.open(shell(home));
                Connection program = warehouse.logins().program().connect()) {
            return Fingerprint.ofState(program);
        }
    }

    /** Where what holds now differs, however it came to it. */
    String differenceOfState(Path home, int nights) throws IOException, InterruptedException, SQLException {
        return state(home).differenceTo(undisturbed(nights).state());
    }

    /** Where a home differs from what so many undisturbed nights make; empty where it does not. */
    String difference(Path home, int nights) throws IOException, InterruptedException, SQLException {
        return fingerprint(home).differenceTo(undisturbed(nights).fingerprint());
    }

    /** The first column of a question, asked as the program. */
    List<String> ask(Path home, String question) throws SQLException {
        try (Warehouse warehouse = Warehouse.open(shell(home))) {
            return ask(warehouse.logins().program(), question);
        }
    }

    static List<String> ask(DatabaseAddress address, String question) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            List<String> answers = new ArrayList<>();
            while (row.next()) {
                answers.add(String.valueOf(row.getString(1)));
            }
            return answers;
        }
    }

    /** Carries out a statement as the owner of the tables. */
    void asOwner(Path home, String statement) throws SQLException {
        try (Warehouse warehouse = Warehouse.open(shell(home))) {
            execute(warehouse.logins().owner(), statement);
        }
    }

    static void execute(DatabaseAddress address, String statement) throws SQLException {
        try (Connection connection = address.connect();
                Statement doing = connection.createStatement()) {
            doing.execute(statement);
        }
    }

    @Override
    public void close() {
        departments.close();
    }

    /** Removes all that was made. */
    void clear() throws IOException {
        if (Files.isDirectory(base)) {
            FileSystemUtils.deleteRecursively(base);
        }
    }
}
