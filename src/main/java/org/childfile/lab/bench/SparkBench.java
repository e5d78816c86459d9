package org.childfile.lab.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.childfile.cli.link.LinkFiles;
import org.childfile.cli.link.SparkEngine;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.kernel.Sha256;
import org.childfile.lab.registers.TableWriter;
import org.childfile.lab.world.WorldPlan;
import org.childfile.linkage.run.EngineLines;
import org.childfile.linkage.run.LinkRequest;
import org.childfile.linkage.run.Linked;
import org.childfile.linkage.run.Linking;
import org.childfile.linkage.run.StageClock;
import org.childfile.linkage.table.CsvPeople;
import org.childfile.settings.Problems;
import org.childfile.storage.PrivateFiles;
import org.springframework.util.FileSystemUtils;

/**
 * Links a table of a made city in memory and on Spark, in several ways, and compares what comes out: clusters and pairs, sorted, and
 * the learned model.
 */
final class SparkBench {

    private static final String MODEL = "docs/linkage-examples/city.yaml";
    private static final int MANY_PARTITIONS = 64;

    private final CommandBase command;
    private final long seed;
    private final Path home;

    SparkBench(CommandBase command, long seed) {
        this.command = command;
        this.seed = seed;
        this.home = command.shell().home().resolve("bench-spark-" + seed);
    }

    int run(long rows) throws IOException {
        FileSystemUtils.deleteRecursively(home);
        PrivateFiles.folder(home);
        try {
            Path table = home.resolve("city.csv");
            TableWriter.write(WorldPlan.of(TableWriter.childrenFor(rows), seed), table, done -> {});
            Found expected = inMemory(table);
            boolean same =
                    onSpark(command.shell(), "bench.spark.local", "local[2]", table, List.of(), expected, stage -> {});
            same &= onSpark(
                    command.shell(),
                    "bench.spark.shuffled",
                    "local[2]",
                    inAnotherOrder(table),
                    List.of("spark.sql.shuffle.partitions=" + MANY_PARTITIONS, "spark.sql.adaptive.enabled=false"),
                    expected,
                    stage -> {});
            same &= onCluster("bench.spark.cluster", table, expected, false);
            same &= onCluster("bench.spark.killed", table, expected, true);
            return same ? ExitCode.DONE : ExitCode.FAILED;
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private boolean onCluster(String key, Path table, Found expected, boolean kill) throws IOException {
        Path libraries =
                command.shell().root().resolve("spark").resolve("target").resolve("lib");
        try (SparkCluster cluster = new SparkCluster(home.resolve("cluster-" + kill), libraries, 2)) {
            Consumer<String> begins = stage -> {
                if (kill && stage.equals("link.stage.compare")) {
                    cluster.kill(0);
                }
            };
            Map<String, String> environment = new HashMap<>(command.shell().environment());
            environment.put("CHILDFILE_SPARK_SECRET", cluster.secret());
            Shell trusted = command.shell()
                    .within(command.shell().out(), command.shell().err(), environment);
            return onSpark(
                    trusted, key, cluster.address(), table, List.of("spark.executor.memory=3g"), expected, begins);
        }
    }

    private boolean onSpark(
            Shell shell,
            String key,
            String master,
            Path table,
            List<String> settings,
            Found expected,
            Consumer<String> begins)
            throws IOException {
        String called = command.text(key, MANY_PARTITIONS);
        SparkEngine.Request request = new SparkEngine.Request(
                master,
                settings,
                command.shell().root().resolve(MODEL),
                List.of(table.toString()),
                null,
                StandardCharsets.UTF_8.name(),
                ',',
                home.resolve("clusters.csv").toString(),
                home.resolve("pairs.csv").toString(),
                home.resolve("learned.yaml"),
                false,
                seed);
        long began = System.nanoTime();
        SparkEngine.Outcome outcome = new SparkEngine(shell, false).link(request, begins);
        EngineLines.Cost cost = outcome.cost();
        if (outcome.code() != ExitCode.DONE || cost == null) {
            command.print(command.text("bench.spark.failed", called, outcome.code()));
            return false;
        }
        Found found = written();
        if (!found.equals(expected)) {
            command.print(command.text("bench.spark.other", called, found.differenceTo(expected)));
            return false;
        }
        command.print(command.text(
                "bench.spark.same",
                called,
                (System.nanoTime() - began) / 1e9,
                cost.tasks(),
                cost.cpuSeconds(),
                cost.shuffled() / 1e6,
                cost.spilled() / 1e6));
        return true;
    }

    private Found inMemory(Path table) throws IOException {
        CsvPeople.Options options = new CsvPeople.Options(null, null, StandardCharsets.UTF_8);
        int threads = Runtime.getRuntime().availableProcessors();
        Path model = command.shell().root().resolve(MODEL);
        LinkRequest request = new LinkRequest(List.of(table), model, options, null, null, false, seed, threads, 0);
        long began = System.nanoTime();
        try (StageClock clock = new StageClock((stage, part, count) -> {}, () -> {});
                BufferedWriter clusters = PrivateFiles.writer(home.resolve("clusters.csv"));
                BufferedWriter pairs = PrivateFiles.writer(home.resolve("pairs.csv"))) {
            Linked linked = new Linking(request, clock, LinkBench.silent()).run(new Problems());
            LinkFiles files = new LinkFiles(linked);
            files.clusters(clusters);
            files.pairs(pairs);
            PrivateFiles.write(
                    home.resolve("learned.yaml"), linked.matcher().model().written());
        }
        command.print(command.text("bench.spark.memory", (System.nanoTime() - began) / 1e9));
        return written();
    }

    private Path inAnotherOrder(Path table) throws IOException {
        Path folder = PrivateFiles.folder(home.resolve("shuffled"));
        // The same name: outputs call the table by it.
        Path shuffled = folder.resolve(table.getFileName());
        List<String> lines = new ArrayList<>(Files.readAllLines(table));
        Collections.shuffle(lines.subList(1, lines.size()), new Random(seed));
        try (BufferedWriter out = PrivateFiles.writer(shuffled)) {
            for (String line : lines) {
                out.write(line);
                out.newLine();
            }
        }
        return shuffled;
    }

    /** Digests of what was written. */
    private record Found(String clusters, String pairs, String model) {

        String differenceTo(Found other) {
            List<String> different = new ArrayList<>();
            if (!clusters.equals(other.clusters)) {
                different.add("clusters");
            }
            if (!pairs.equals(other.pairs)) {
                different.add("pairs");
            }
            if (!model.equals(other.model)) {
                different.add("model");
            }
            return String.join(", ", different);
        }
    }

    private Found written() throws IOException {
        return new Found(sorted("clusters.csv"), sorted("pairs.csv"), Files.readString(home.resolve("learned.yaml")));
    }

    private String sorted(String name) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(home.resolve(name));
                Stream<String> lines = reader.lines()) {
            return HexFormat.of()
                    .formatHex(Sha256.of(String.join("\n", lines.sorted().toList())));
        }
    }
}
