package org.childfile.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TerminalProgress;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.jobs.Run;
import org.childfile.jobs.Runs;
import org.childfile.jobs.Workspace;
import org.childfile.lab.chaos.ChaosBench;
import org.childfile.lab.departments.Departments;
import org.childfile.lab.registers.WorldWriter;
import org.childfile.lab.world.WorldPlan;
import org.childfile.storage.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code childfile bench}: a made world of any size, two nights over it, each stage's rate, and a bare COPY for scale; or
 * one table of a made city, linked, for speed; or the public sets and some made cities, or nights over made worlds, for accuracy.
 */
@Command(name = "bench")
public final class BenchCommand extends RunningCommand {

    private static final int CHILDREN = 100_000;
    private static final int CHILDREN_PUSHED = 10_000;
    private static final int CHILDREN_DISTURBED = 300;

    @Option(names = "--children", paramLabel = "N")
    private @Nullable Integer wanted;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1")
    private long seed;

    @Option(names = "--link", paramLabel = "N")
    private @Nullable Long link;

    @Option(names = "--worlds", paramLabel = "N")
    private @Nullable Integer worlds;

    @Option(names = "--mistakes", paramLabel = "X", defaultValue = "1")
    private double mistakes;

    @Option(names = "--link-sets", paramLabel = "DIR")
    private @Nullable Path linkSets;

    @Option(names = "--kills", paramLabel = "N")
    private @Nullable Integer kills;

    @Option(names = "--chaos", descriptionKey = "bench.chaos")
    private boolean chaos;

    @Option(names = "--faults", paramLabel = "LIST", split = ",", descriptionKey = "bench.faults")
    private List<String> faults = List.of();

    @Option(names = "--scale")
    private boolean scale;

    @Option(names = "--spark", paramLabel = "N")
    private @Nullable Long spark;

    @Option(names = "--splink")
    private boolean splink;

    @Option(names = "--pairing", paramLabel = "N")
    private @Nullable Integer pairing;

    @Option(names = "--api")
    private boolean api;

    @Option(names = "--keep")
    private boolean keep;

    @Option(names = "--fuzz", paramLabel = "N")
    private @Nullable Integer fuzz;

    @Option(names = "--duties", paramLabel = "N", descriptionKey = "bench.duties")
    private @Nullable Integer duties;

    @Option(names = "--starts", paramLabel = "N", descriptionKey = "bench.starts-option")
    private @Nullable Integer starts;

    @Option(names = "--push", descriptionKey = "bench.push-option")
    private boolean push;

    BenchCommand(Shell shell) {
        super(shell);
    }

    private int children() {
        int usual = push ? CHILDREN_PUSHED : chaos || kills != null ? CHILDREN_DISTURBED : CHILDREN;
        return wanted != null ? wanted : usual;
    }

    @Override
    public Integer call() throws Exception {
        if (spark != null) {
            return new SparkBench(this, seed).run(spark);
        }
        int children = children();
        if (chaos) {
            return new ChaosBench(this, children, seed).run(faults);
        }
        if (link != null) {
            return new LinkBench(this, seed).run(link, scale, splink);
        }
        if (pairing != null) {
            return new PairingBench(this).run(pairing, seed);
        }
        if (linkSets != null) {
            return new LinkSets(this).run(linkSets);
        }
        if (worlds != null) {
            return new WorldsBench(this, children, mistakes).run(worlds, seed);
        }
        if (kills != null) {
            return new ChaosBench(this, children, seed).kills(kills);
        }
        if (duties != null) {
            return duties(duties);
        }
        if (starts != null) {
            new StartsBench(this, shell().root()).run(starts);
            return ExitCode.DONE;
        }
        Path home = shell().home().resolve("bench-" + children + "-" + seed);
        Path world = home.resolve("world");
        boolean kept = keep && Files.isDirectory(world);
        if (!kept) {
            FileSystemUtils.deleteRecursively(home);
            PrivateFiles.folder(home);
            shell().err().println(text("bench.generating", children));
            WorldWriter.write(WorldPlan.of(children, seed), world, line -> {});
        }
        Shell own = shell().at(home);
        try (Departments departments = Departments.start(world, 0, "127.0.0.1")) {
            Workspace workspace = own.workspace(null, null).with(departments.environment());
            if (api || push || fuzz != null) {
                return serve(own, workspace, departments, kept);
            }
            double first;
            try (Warehouse warehouse = Warehouse.open(own)) {
                try (Engine engine = Engine.start(warehouse.logins(), workspace);
                        SealingShare sealing = new SealingShare()) {
                    first = night(departments, warehouse, engine, 1);
                    double second = night(departments, warehouse, engine, 2);
                    print(text("bench.ratio", first, second, 100 * second / first));
                    print(text("bench.sealing", sealing.percent(), sealing.seconds()));
                }
                departments.night(1);
                CsvRate csv = CsvRate.measure(shell().at(home.resolve("csv")), workspace);
                print(text("bench.csv", csv.records(), csv.landing(), csv.mapping(), csv.both()));
                try (Connection connection = warehouse.address().connect()) {
                    BareCopy copy = BareCopy.measure(connection);
                    double rate = copy.rows() / copy.seconds();
                    print(text("bench.copy", copy.rows(), rate, first * rate / BareCopy.landed(connection)));
                }
            }
        }
        delete(home);
        return ExitCode.DONE;
    }

    private void delete(Path home) throws IOException {
        if (!keep) {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private int duties(int pairs) throws Exception {
        Path home = shell().home().resolve("bench-duties");
        FileSystemUtils.deleteRecursively(home);
        PrivateFiles.folder(home);
        Shell own = shell().at(home);
        Workspace workspace = own.workspace(null, null);
        try (Warehouse warehouse = Warehouse.open(own);
                Engine engine = Engine.start(warehouse.logins(), workspace);
                Connection program = warehouse.logins().program().connect()) {
            new CareBench(this, program, engine).run(pairs);
        }
        FileSystemUtils.deleteRecursively(home);
        return ExitCode.DONE;
    }

    /** One night, unless it is kept from before, and then the API over it. */
    private int serve(Shell own, Workspace workspace, Departments departments, boolean kept) throws Exception {
        boolean sound = true;
        try (Warehouse warehouse = Warehouse.open(own);
                Engine engine = Engine.serve(
                        warehouse.logins(),
                        workspace
                                .with(PushBench.ENVIRONMENT)
                                .with(Map.of(
                                        "CHILDFILE_API_RATE", "1000000",
                                        "CHILDFILE_PUSH_RATE", "1000000",
                                        "CHILDFILE_ANONYMOUS_RATE", "1000000")))) {
            if (!kept) {
                night(departments, warehouse, engine, 1);
            }
            try (Connection connection = warehouse.logins().program().connect()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("analyze");
                }
                ApiBench bench = new ApiBench(this, own.home(), connection, engine.port());
                if (api) {
                    bench.measure();
                }
                if (push) {
                    sound = new PushBench(this, own.home(), connection, engine.port())
                            .run(own.home().resolve("world/night-1/health.ndjson"));
                }
                if (fuzz != null) {
                    sound = bench.fuzz(fuzz, seed);
                }
            }
        }
        delete(own.home());
        return sound ? ExitCode.DONE : ExitCode.FAILED;
    }

    private double night(Departments departments, Warehouse warehouse, Engine engine, int night) throws Exception {
        departments.night(night);
        TerminalProgress progress = shell().progress();
        long began = System.nanoTime();
        Run run = engine.get(Runs.class).nightly(LocalDate.of(2026, 11, 20 + night), progress, Map.of());
        double seconds = (System.nanoTime() - began) / 1e9;
        progress.finish();
        report(engine, warehouse, run);
        print("");
        return seconds;
    }
}
