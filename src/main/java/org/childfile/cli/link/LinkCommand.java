package org.childfile.cli.link;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TerminalProgress;
import org.childfile.cli.terminal.WholeFiles;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.linkage.matching.BlockingReport;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.run.LinkCounts;
import org.childfile.linkage.run.LinkRequest;
import org.childfile.linkage.run.Linked;
import org.childfile.linkage.run.Linking;
import org.childfile.linkage.run.StageClock;
import org.childfile.linkage.run.TruthColumn;
import org.childfile.linkage.table.CsvPeople;
import org.childfile.settings.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile link}: which rows of one table, or of several, are the same person. No database is needed. */
@Command(name = "link")
public final class LinkCommand extends CommandBase {

    /** So many bits below the review threshold a report shows. */
    private static final double SPARE_OF_REPORT = 12;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "link.files")
    private List<String> tables = List.of();

    @Option(names = "--model", paramLabel = "FILE", required = true)
    private @Nullable Path model;

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private String out = "";

    @Option(names = "--pairs", paramLabel = "FILE")
    private @Nullable String pairs;

    @Option(names = "--train")
    private boolean train;

    @Option(names = "--model-out", paramLabel = "FILE")
    private @Nullable Path modelOut;

    @Option(names = "--truth", paramLabel = "COLUMN")
    private @Nullable String truth;

    @Option(names = "--labels", paramLabel = "FILE")
    private @Nullable Path labels;

    @Option(names = "--report", paramLabel = "FILE")
    private @Nullable Path report;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1")
    private long seed;

    @Option(names = "--threads", paramLabel = "N")
    private @Nullable Integer threads;

    @Option(names = "--reveal", descriptionKey = "option.reveal")
    private boolean reveal;

    @Mixin
    private CsvForm form = new CsvForm();

    @Mixin
    private EngineOptions engine = new EngineOptions();

    LinkCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws IOException {
        if (engine.spark()) {
            return onSpark();
        }
        engine.checkMemory();
        LinkRequest request = request();
        Problems problems = new Problems();
        WholeFiles.check(outputs(), inputs(), problems);
        LinkSummary summary = new LinkSummary(shell().messages());
        TerminalProgress progress = shell().quickProgress();
        try (StageClock clock = new StageClock(progress::at, progress::finish);
                WholeFiles whole = new WholeFiles()) {
            Linked linked = new Linking(request, clock, telling(clock, summary)).run(problems);
            clock.begin(text("link.stage.write"));
            write(linked, whole, new LinkFiles(linked));
            clock.close();
            summary.of(linked.counts(), clock.stages()).forEach(this::print);
            if (labels != null) {
                print("");
                summary.labels(linked).forEach(this::print);
            }
            if (linked.evaluation() != null) {
                print("");
                summary.evaluation(linked.evaluation()).forEach(this::print);
            }
        }
        return ExitCode.DONE;
    }

    private int onSpark() throws IOException {
        refuseOnSpark("--truth", truth);
        refuseOnSpark("--labels", labels);
        refuseOnSpark("--report", report);
        refuseOnSpark("--threads", threads);
        SparkEngine.Request request = new SparkEngine.Request(
                engine.master(),
                engine.settings(),
                Objects.requireNonNull(model),
                tables,
                form.id(),
                form.charset().name(),
                form.delimiter(),
                out,
                pairs,
                modelOut,
                train,
                seed);
        SparkEngine.Outcome outcome = new SparkEngine(shell(), reveal).link(request, stage -> {});
        LinkCounts counts = outcome.counts();
        if (outcome.code() != ExitCode.DONE || counts == null) {
            shell().err().println(text("link.spark.failed", outcome.code()));
            return ExitCode.FAILED;
        }
        LinkSummary summary = new LinkSummary(shell().messages());
        summary.of(counts, outcome.stages()).forEach(this::print);
        if (outcome.cost() != null) {
            print(summary.cost(outcome.cost()));
        }
        return ExitCode.DONE;
    }

    private static void refuseOnSpark(String option, @Nullable Object given) {
        if (given != null) {
            throw WrongUse.of("wrong.not-on-spark", option);
        }
    }

    private static TruthColumn truth(String written) {
        try {
            return TruthColumn.of(written);
        } catch (TruthColumn.Invalid e) {
            throw new WrongUse(e.why());
        }
    }

    private LinkRequest request() {
        TruthColumn column = truth == null ? null : truth(truth);
        int processors = Runtime.getRuntime().availableProcessors();
        if (threads != null && threads < 1) {
            throw WrongUse.of("wrong.threads", threads);
        }
        return new LinkRequest(
                files(),
                Objects.requireNonNull(model),
                new CsvPeople.Options(
                        form.id(), column == null ? null : column.name(), form.charset(), form.delimiter()),
                column,
                labels,
                train,
                seed,
                threads == null ? processors : threads,
                report == null ? 0 : SPARE_OF_REPORT);
    }

    private List<Path> files() {
        return tables.stream().map(Path::of).toList();
    }

    private List<Path> inputs() {
        List<Path> inputs = new ArrayList<>(files());
        if (labels != null) {
            inputs.add(labels);
        }
        return inputs;
    }

    private List<Path> outputs() {
        List<Path> outputs = new ArrayList<>();
        for (Path each :
                new Path @Nullable [] {Path.of(out), pairs == null ? null : Path.of(pairs), modelOut, report}) {
            if (each != null) {
                outputs.add(each);
            }
        }
        return outputs;
    }

    private Linking.Told telling(StageClock clock, LinkSummary summary) {
        return new Linking.Told() {
            @Override
            public void blocking(BlockingReport found) {
                clock.clear();
                summary.blocking(found, reveal).forEach(shell().err()::println);
            }

            @Override
            public void learning(LinkModel model) {
                shell().err().println(text(model.learned() ? "link.learning-anew" : "link.learning", model.file()));
            }

            @Override
            public String stage(String key) {
                return text(key);
            }
        };
    }

    private void write(Linked linked, WholeFiles whole, LinkFiles tables) throws IOException {
        try (BufferedWriter file = whole.begin(Path.of(out))) {
            tables.clusters(file);
        }
        if (pairs != null) {
            try (BufferedWriter file = whole.begin(Path.of(pairs))) {
                tables.pairs(file);
            }
        }
        if (modelOut != null) {
            try (BufferedWriter file = whole.begin(modelOut)) {
                file.write(linked.matcher().model().written());
            }
        }
        if (report != null) {
            try (BufferedWriter file = whole.begin(report)) {
                file.write(new LinkReport(linked, shell().messages(), reveal).page());
            }
        }
        whole.finish();
    }
}
