package org.childfile.cli.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TerminalProgress;
import org.childfile.cli.terminal.WholeFiles;
import org.childfile.linkage.matching.BlockingReport;
import org.childfile.linkage.run.EngineLines;
import org.childfile.linkage.run.LinkCounts;
import org.childfile.linkage.run.StageClock;
import org.childfile.settings.Problems;
import org.childfile.storage.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Links on Apache Spark: in a process of its own, as Spark's libraries clash with the program's. What that keeps on this machine's
 * disk lies in a folder of the home that nobody else may open, and goes when it ends.
 */
public final class SparkEngine {

    private static final String JDBC = "jdbc:";

    private final Shell shell;
    private final boolean reveal;
    private final Path built;

    /**
     * What is to be linked.
     *
     * @param tables paths of CSV or Parquet, or addresses of JDBC with the table behind {@code #}
     * @param out a path that ends with {@code .csv}, another one for a folder of Parquet, or an address of JDBC
     */
    public record Request(
            String master,
            List<String> settings,
            Path model,
            List<String> tables,
            @Nullable String id,
            String charset,
            char delimiter,
            String out,
            @Nullable String pairs,
            @Nullable Path modelOut,
            boolean learn,
            long seed) {}

    /**
     * Makes the engine ready.
     *
     * @param reveal whether values may be shown as they are
     */
    public SparkEngine(Shell shell, boolean reveal) {
        this.shell = shell;
        this.reveal = reveal;
        this.built = shell.root().resolve("spark").resolve("target");
    }

    /**
     * What a linking came to.
     *
     * @param counts null where it failed
     */
    public record Outcome(
            int code, @Nullable LinkCounts counts, List<StageClock.Stage> stages, EngineLines.@Nullable Cost cost) {}

    /**
     * Links. What was asked for wrongly is raised; what Spark says when it fails goes to the error output.
     *
     * @param begins is told the key of each stage that begins
     */
    public Outcome link(Request request, Consumer<String> begins) throws IOException {
        Problems problems = new Problems();
        check(request, problems);
        problems.raise();
        Path folder = PrivateFiles.folder(
                shell.spool().resolve("spark-" + ProcessHandle.current().pid()));
        try (WholeFiles whole = new WholeFiles();
                Hearing hearing = new Hearing(begins)) {
            Path written = folder.resolve("request.properties");
            try (Writer file = PrivateFiles.writer(written)) {
                properties(request, whole, folder).store(file, null);
            }
            int code = ended(start(written), hearing);
            hearing.problems.raise();
            if (code == ExitCode.DONE) {
                whole.finish();
            }
            return new Outcome(code, hearing.counts, hearing.stages, hearing.cost);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void check(Request request, Problems problems) {
        if (!Files.exists(built.resolve("childfile-spark.jar"))) {
            problems.add("spark", 0, shell.messages().text("link.spark.missing"));
        }
        if (!request.master().startsWith("local") && !shell.environment().containsKey("CHILDFILE_SPARK_SECRET")) {
            problems.add("CHILDFILE_SPARK_SECRET", 0, shell.messages().text("link.spark.secret"));
        }
        List<Path> targets = new ArrayList<>();
        for (String target : new String @Nullable [] {request.out(), request.pairs()}) {
            if (target != null && target.endsWith(".csv")) {
                targets.add(Path.of(target));
            }
        }
        if (request.modelOut() != null) {
            targets.add(request.modelOut());
        }
        List<Path> inputs = request.tables().stream()
                .filter(table -> !table.contains(":/") && !table.startsWith(JDBC))
                .map(Path::of)
                .toList();
        for (Path input : inputs) {
            if (!Files.exists(input)) {
                problems.add(input.toString(), 0, "there is no such file");
            }
        }
        WholeFiles.check(targets, inputs, problems);
    }

    private Properties properties(Request request, WholeFiles whole, Path folder) throws IOException {
        Properties written = new Properties();
        written.setProperty("master", request.master());
        written.setProperty("model", absolute(request.model().toString()));
        list(
                written,
                "inputs",
                request.tables().stream().map(SparkEngine::absolute).toList());
        list(written, "names", request.tables().stream().map(SparkEngine::name).toList());
        if (request.id() != null) {
            written.setProperty("id", request.id());
        }
        written.setProperty("charset", request.charset());
        written.setProperty("delimiter", Character.toString(request.delimiter()));
        written.setProperty("out", target(request.out(), whole));
        if (request.pairs() != null) {
            written.setProperty("pairs", target(request.pairs(), whole));
        }
        if (request.modelOut() != null) {
            written.setProperty("modelOut", begun(request.modelOut(), whole));
        }
        written.setProperty("learn", Boolean.toString(request.learn()));
        written.setProperty("seed", Long.toString(request.seed()));
        List<String> settings = new ArrayList<>();
        settings.add("spark.local.dir=" + folder);
        settings.add("spark.jars=" + built.resolve("childfile-spark.jar"));
        String secret = shell.environment().get("CHILDFILE_SPARK_SECRET");
        if (secret != null) {
            settings.add("spark.authenticate.secret=" + secret);
        }
        settings.addAll(request.settings());
        list(written, "settings", settings);
        return written;
    }

    private static void list(Properties written, String key, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            written.setProperty(key + "." + i, values.get(i));
        }
    }

    /** The kind of a target before it; a file of this machine appears when it is whole. */
    private static String target(String target, WholeFiles whole) throws IOException {
        return target.startsWith(JDBC)
                ? target
                : target.endsWith(".csv") ? "csv:" + begun(Path.of(target), whole) : "parquet:" + absolute(target);
    }

    private static String begun(Path target, WholeFiles whole) throws IOException {
        whole.begin(target).close();
        return whole.part(target).toAbsolutePath().toString();
    }

    /** A path of this machine whole; an address stays as it is. */
    private static String absolute(String path) {
        return path.contains(":/") || path.startsWith(JDBC)
                ? path
                : Path.of(path).toAbsolutePath().toString();
    }

    /** How outputs call a table: a file by its name, a table of a database by its own. */
    private static String name(String table) {
        return table.startsWith(JDBC)
                ? table.substring(table.lastIndexOf('#') + 1)
                : Path.of(table).getFileName().toString();
    }

    private Process start(Path request) throws IOException {
        String heap = shell.environment().getOrDefault("CHILDFILE_HEAP", "2g");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseParallelGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        built.resolve("childfile-spark.jar")
                                + java.io.File.pathSeparator
                                + built.resolve("lib").resolve("*"),
                        "org.childfile.spark.LinkJob",
                        request.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private int ended(Process process, Hearing hearing) throws IOException {
        Thread atEnd = new Thread(process::destroy, "end-spark");
        Runtime.getRuntime().addShutdownHook(atEnd);
        EngineLines.Reader reader = new EngineLines.Reader(hearing);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!reader.read(line)) {
                    shell.err().println(line);
                }
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroy();
            Runtime.getRuntime().removeShutdownHook(atEnd);
        }
    }

    /** Shows what the engine tells, and keeps it. */
    private final class Hearing implements EngineLines.Listener, AutoCloseable {
        private final List<StageClock.Stage> stages = new ArrayList<>();
        private final Problems problems = new Problems();
        private final TerminalProgress progress = shell.quickProgress();
        private final StageClock clock = new StageClock(progress::at, progress::finish);
        private final Consumer<String> begins;
        private @Nullable LinkCounts counts;
        private EngineLines.@Nullable Cost cost;

        Hearing(Consumer<String> begins) {
            this.begins = begins;
            clock.begin("Spark");
        }

        @Override
        public void begins(String key) {
            begins.accept(key);
            clock.begin("Spark: " + shell.messages().text(key));
        }

        @Override
        public void stage(String key, long count, double seconds) {
            stages.add(new StageClock.Stage(shell.messages().text(key), count, seconds));
        }

        @Override
        public void cost(EngineLines.Cost told) {
            cost = told;
        }

        @Override
        public void blocking(BlockingReport report) {
            clock.clear();
            new LinkSummary(shell.messages()).blocking(report, reveal).forEach(shell.err()::println);
        }

        @Override
        public void learning(boolean anew) {
            clock.clear();
            shell.err().println(shell.messages().text(anew ? "link.learning-anew" : "link.learning", "--model"));
        }

        @Override
        public void counts(LinkCounts told) {
            counts = told;
        }

        @Override
        public void problem(String file, int line, String message) {
            problems.add(file, line, message);
        }

        @Override
        public void close() {
            clock.close();
        }
    }
}
