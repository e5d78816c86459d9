package org.childfile.lab.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.database.EmbeddedDatabase;
import org.childfile.lab.departments.Departments;
import org.childfile.lab.registers.WorldWriter;
import org.childfile.lab.world.WorldPlan;
import org.childfile.storage.PrivateFiles;
import org.springframework.util.FileSystemUtils;

/**
 * Kills nights at random moments (SIGKILL), the program, its database or both, and starts the same command again until the night
 * is done: the warehouse must then say what that of an undisturbed night says.
 *
 * <ol>
 *   <li>A home in which the tables are there is made once; every night begins with a copy of it, so that all have the same keys.
 *   <li>A night is killed until it outlives the moment that was drawn for it.
 * </ol>
 */
final class KillsBench {

    private static final String DAY = "2026-11-21";
    /** By when a night has ended that nobody kills, or one whose database was killed has given up. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final CommandBase command;
    private final int children;
    private final SplittableRandom random;
    private final Path base;

    private enum Victim {
        PROGRAM,
        DATABASE,
        BOTH
    }

    KillsBench(CommandBase command, int children, long seed) {
        this.command = command;
        this.children = children;
        this.random = new SplittableRandom(seed);
        this.base = command.shell().home().resolve("bench-kills-" + children + "-" + seed);
    }

    /** Prints a line a night; whether every one ended as the undisturbed one. */
    boolean run(int kills, long seed) throws IOException, InterruptedException, SQLException {
        FileSystemUtils.deleteRecursively(base);
        PrivateFiles.folder(base);
        Path world = base.resolve("world");
        WorldWriter.write(WorldPlan.of(children, seed), world, line -> {});
        try (Departments departments = Departments.start(world, 0, "127.0.0.1")) {
            departments.night(1);
            Path template = base.resolve("template");
            prepare(template, departments);
            Path undisturbed = copy(template, "undisturbed");
            long began = System.nanoTime();
            int code = ended(night(departments, undisturbed), undisturbed);
            Duration whole = Duration.ofNanos(System.nanoTime() - began);
            Fingerprint expected = fingerprint(undisturbed);
            command.print(command.text("bench.kills.undisturbed", whole.toMillis() / 1000.0, code));
            boolean sound = true;
            for (int left = kills, nights = 1; left > 0; nights++) {
                Path home = copy(template, "night-" + nights);
                List<String> killed = new ArrayList<>();
                int ended = killed(departments, home, whole, left, killed);
                left -= killed.size();
                String difference = ended == code ? fingerprint(home).differenceTo(expected) : "";
                boolean same = ended == code && difference.isEmpty();
                command.print(command.text(
                        same ? "bench.kills.same" : "bench.kills.other", nights, String.join(" ", killed), ended));
                if (same) {
                    FileSystemUtils.deleteRecursively(home);
                } else {
                    command.print(difference.isEmpty() ? Files.readString(home.resolve("output")) : difference);
                    sound = false;
                }
            }
            return sound;
        }
    }

    /** Makes the tables, and the data keys on which ids hang. */
    private void prepare(Path home, Departments departments) throws IOException, SQLException {
        PrivateFiles.folder(home);
        Shell own = command.shell().at(home);
        try (Warehouse warehouse = Warehouse.open(own)) {
            Engine.start(warehouse.logins(), own.workspace(null, null).with(departments.environment()))
                    .close();
        }
    }

    /** Kills one night at most so often, and lets it come to its end; the code with which it ended. */
    private int killed(Departments departments, Path home, Duration whole, int most, List<String> killed)
            throws IOException, InterruptedException {
        while (true) {
            Process process = night(departments, home);
            if (killed.size() == most) {
                return ended(process, home);
            }
            long moment = random.nextLong(whole.toMillis());
            Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
            if (process.waitFor(moment, TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            if (victim != Victim.DATABASE) {
                process.destroyForcibly().waitFor();
            }
            if (victim != Victim.PROGRAM) {
                EmbeddedDatabase.server(home).ifPresent(ProcessHandle::destroyForcibly);
            }
            killed.add(victim.name().toLowerCase(Locale.ROOT) + "@" + moment);
            if (victim == Victim.DATABASE && ended(process, home) != ExitCode.FAILED) {
                // It was over, or the database was not begun yet.
                return process.exitValue();
            }
        }
    }

    private Process night(Departments departments, Path home) throws IOException {
        return start(departments, home, "nightly", "--date", DAY);
    }

    private static Process start(Departments departments, Path home, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "org.childfile.ChildFile"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(home.resolve("output").toFile()));
        builder.environment().putAll(departments.environment());
        builder.environment().put("CHILDFILE_HOME", home.toString());
        return builder.start();
    }

    private static int ended(Process process, Path home) throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("a night did not end in " + PATIENCE + "; what it said is in " + home);
        }
        return process.exitValue();
    }

    private Path copy(Path template, String name) throws IOException, InterruptedException {
        Path copy = base.resolve(name);
        // Rights of files and owners are those of the original.
        Process copying = new ProcessBuilder("cp", "-a", template.toString(), copy.toString())
                .inheritIO()
                .start();
        if (copying.waitFor() != 0) {
            throw new IOException("cannot copy " + template + " to " + copy);
        }
        return copy;
    }

    private Fingerprint fingerprint(Path home) throws SQLException {
        try (Warehouse warehouse = Warehouse.open(command.shell().at(home));
                Connection program = warehouse.logins().program().connect()) {
            return Fingerprint.of(program);
        }
    }
}
