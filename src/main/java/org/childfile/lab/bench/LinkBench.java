package org.childfile.lab.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.childfile.cli.link.LinkFiles;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.TerminalProgress;
import org.childfile.cli.terminal.WholeFiles;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.lab.registers.TableWriter;
import org.childfile.lab.world.WorldPlan;
import org.childfile.linkage.matching.BlockingReport;
import org.childfile.linkage.matching.Evaluation;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.run.LinkRequest;
import org.childfile.linkage.run.Linked;
import org.childfile.linkage.run.Linking;
import org.childfile.linkage.run.StageClock;
import org.childfile.linkage.run.TruthColumn;
import org.childfile.linkage.table.CsvPeople;
import org.childfile.settings.Problems;
import org.childfile.storage.PrivateFiles;
import org.springframework.util.FileSystemUtils;

/** Links a table of a made city, from CSV to clusters: with learning, and with the weights known; how fast, and how well. */
final class LinkBench {

    private static final long MOST_ROWS = 10_000_000;
    private static final String MODEL = "docs/linkage-examples/city.yaml";

    private final CommandBase command;
    private final long seed;

    LinkBench(CommandBase command, long seed) {
        this.command = command;
        this.seed = seed;
    }

    /** One table linked. */
    private record Result(
            long rows, double seconds, double learning, double pairsASecond, Evaluation evaluation, String model) {}

    int run(long rows, boolean scale, boolean splink) throws IOException, InterruptedException {
        if (rows < 1 || rows > MOST_ROWS) {
            throw WrongUse.of("wrong.bench-link", rows, MOST_ROWS);
        }
        Path home = command.shell().home().resolve("bench-link-" + rows + "-" + seed);
        PrivateFiles.folder(home);
        try {
            Path quarter = home.resolve("quarter.csv");
            double before = scale ? measured(quarter, rows / 4, home) : 0;
            Path table = home.resolve("city.csv");
            double seconds = measured(table, rows, home);
            if (scale) {
                command.print(command.text("bench.scale", rows, rows / 4, seconds / before));
            }
            if (splink) {
                splink(table, seconds);
            }
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
        return ExitCode.DONE;
    }

    /** Makes a table and links it twice; the seconds of the first time, learning included. */
    private double measured(Path table, long rows, Path home) throws IOException {
        WorldPlan plan = WorldPlan.of(TableWriter.childrenFor(rows), seed);
        command.shell().err().println(command.text("bench.generating", plan.children()));
        command.print(command.text("bench.table", TableWriter.write(plan, table, done -> {}), table.getFileName()));
        Result learned = linked(table, command.shell().root().resolve(MODEL), home);
        command.print(command.text(
                "bench.link",
                learned.seconds(),
                learned.learning(),
                learned.rows() / learned.seconds(),
                learned.pairsASecond(),
                learned.evaluation().pairs().f1(),
                learned.evaluation().bCubed().f1()));
        command.print(command.text("bench.heap", peak()));
        Path known = home.resolve("learned.yaml");
        PrivateFiles.write(known, learned.model());
        Result again = linked(table, known, home);
        command.print(command.text("bench.link-known", again.seconds(), again.rows() / again.seconds()));
        command.print(command.text("bench.heap", peak()));
        return learned.seconds();
    }

    private Result linked(Path table, Path model, Path home) throws IOException {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        int threads = Runtime.getRuntime().availableProcessors();
        CsvPeople.Options options = new CsvPeople.Options(null, "person", StandardCharsets.UTF_8);
        LinkRequest request = new LinkRequest(
                List.of(table), model, options, new TruthColumn("person", null), null, false, 1, threads, 0);
        TerminalProgress progress = command.shell().quickProgress();
        try (StageClock clock = new StageClock(progress::at, progress::finish);
                WholeFiles whole = new WholeFiles()) {
            Linked linked = new Linking(request, clock, silent()).run(new Problems());
            clock.begin("write");
            try (var out = whole.begin(home.resolve("clusters.csv"))) {
                new LinkFiles(linked).clusters(out);
            }
            whole.finish();
            clock.close();
            List<StageClock.Stage> stages = clock.stages();
            return new Result(
                    linked.clusters().of().length,
                    stages.stream()
                            .filter(stage -> !stage.name().equals("measure"))
                            .mapToDouble(StageClock.Stage::seconds)
                            .sum(),
                    seconds(stages, "learn"),
                    linked.compared() / seconds(stages, "compare"),
                    Objects.requireNonNull(linked.evaluation()),
                    linked.matcher().model().written());
        }
    }

    private static double seconds(List<StageClock.Stage> stages, String name) {
        return stages.stream()
                .filter(stage -> stage.name().equals(name))
                .mapToDouble(StageClock.Stage::seconds)
                .sum();
    }

    /** Tells nothing: only what comes out is looked at. */
    static Linking.Told silent() {
        return new Linking.Told() {
            @Override
            public void blocking(BlockingReport report) {
                // Only the time is measured.
            }

            @Override
            public void learning(LinkModel model) {
                // Only the time is measured.
            }

            @Override
            public String stage(String key) {
                return key.substring(key.lastIndexOf('.') + 1);
            }
        };
    }

    /** The most that the heap has held, in megabytes: the sum of the peaks of its parts, which is an upper bound. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private void splink(Path table, double ours) throws IOException, InterruptedException {
        SplinkRun.Result theirs = SplinkRun.of(command.shell().root().resolve("bench/splink_city.py"), table);
        command.print(
                theirs == null
                        ? command.text("bench.no-splink")
                        : command.text("bench.splink", theirs.seconds(), theirs.f1(), theirs.seconds() / ours));
    }
}
