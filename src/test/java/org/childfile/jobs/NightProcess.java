package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.childfile.access.keys.TestKeys;

/** {@code childfile nightly} in a process of its own, as an operator starts it, on the database of a test. */
final class NightProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration GLANCE = Duration.ofMillis(10);
    private static final int KILLED = 128 + 9;
    private static final String NAME = "killed-night";
    private static final Path CONNECTORS = TestFiles.connectors();
    private static final Path MAPPINGS = TestFiles.mappings();

    private final Nights nights;
    private final Path home = TestFiles.temporary("process");
    private final Path output = home.resolve("output");
    private final Process process;

    private NightProcess(Nights nights, int night) {
        this.nights = nights;
        ProcessBuilder builder = new ProcessBuilder(
                        command(nights.world().day(night).toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(nights.departments().environment());
        builder.environment().putAll(TestKeys.ENVIRONMENT);
        builder.environment().put("CHILDFILE_HOME", home.toString());
        builder.environment().put("CHILDFILE_DB_URL", nights.address().url() + "?ApplicationName=" + NAME);
        builder.environment().put("CHILDFILE_DB_USER", nights.address().user());
        builder.environment().put("CHILDFILE_DB_PASSWORD", nights.address().password());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a night, kills it (SIGKILL) where it stands still, and returns when PostgreSQL has undone its work. */
    static void killedAt(Standstill standstill, Nights nights, int night) {
        NightProcess started = new NightProcess(nights, night);
        try (standstill) {
            started.await(standstill);
            started.process.destroyForcibly();
            assertThat(started.process.waitFor()).isEqualTo(KILLED);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            started.process.destroyForcibly();
        }
        started.awaitEndOfSessions();
    }

    private static List<String> command(String day) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.childfile.ChildFile"));
        command.addAll(List.of("nightly", "--wait", "--date", day));
        command.addAll(List.of("--connectors", CONNECTORS.toString(), "--mappings", MAPPINGS.toString()));
        return command;
    }

    private void await(Standstill standstill) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (!standstill.reached()) {
            if (process.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS)
                    || Instant.now().isAfter(until)) {
                throw new AssertionError("the night did not come to where it was to be killed: " + output());
            }
        }
    }

    /** A session ends when its server finds the other end gone, which is after the process is. */
    private void awaitEndOfSessions() {
        Instant until = Instant.now().plus(PATIENCE);
        while (nights.books().count("select count(*) from pg_stat_activity where application_name = '" + NAME + "'")
                > 0) {
            assertThat(Instant.now()).isBefore(until);
        }
    }

    private String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
