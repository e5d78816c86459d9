package org.childfile.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.childfile.cli.terminal.CommandBase;

/**
 * Short commands as whole processes, by the launcher that users start: how long each takes, and how much processor time it
 * uses. The processor time is that of ended children as Linux counts it for this process (proc(5), {@code cutime} and {@code
 * cstime}); a server that goes on running is not in it.
 */
final class StartsBench {

    private static final List<List<String>> COMMANDS =
            List.of(List.of("--version"), List.of("--help"), List.of("check"), List.of("runs"));
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final int CUTIME = 15;
    private static final double TICKS = 100;

    private final CommandBase command;
    private final Path launcher;

    /** @param root the folder that holds the launcher */
    StartsBench(CommandBase command, Path root) {
        this.command = command;
        this.launcher = root.resolve("childfile");
    }

    private record Start(double seconds, double processor) {}

    /** Prints a line a command: the medians of some starts. */
    void run(int times) throws IOException, InterruptedException {
        for (List<String> arguments : COMMANDS) {
            List<Start> starts = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                starts.add(start(arguments));
            }
            command.print(command.text(
                    "bench.starts",
                    String.join(" ", arguments),
                    median(starts.stream().map(Start::seconds).toList()),
                    median(starts.stream().map(Start::processor).toList())));
        }
    }

    private Start start(List<String> arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(launcher.toString()));
        line.addAll(arguments);
        double before = processor();
        long began = System.nanoTime();
        new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return new Start((System.nanoTime() - began) / 1e9, processor() - before);
    }

    /** The processor time of all children that have ended, in seconds. */
    private static double processor() throws IOException {
        String stat = Files.readString(STAT);
        // The name of the program stands in brackets and may hold blanks.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[CUTIME - 2]) + Long.parseLong(fields[CUTIME - 1])) / TICKS;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
