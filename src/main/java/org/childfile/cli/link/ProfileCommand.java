package org.childfile.cli.link;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.childfile.access.privacy.Masking;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TerminalProgress;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.WholeFiles;
import org.childfile.linkage.profiling.ColumnProfile;
import org.childfile.linkage.profiling.DelimitedFormat;
import org.childfile.linkage.profiling.Proposal;
import org.childfile.linkage.profiling.Suspicion;
import org.childfile.linkage.profiling.TableProfile;
import org.childfile.linkage.run.StageClock;
import org.childfile.settings.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile profile}: what a table holds, what is odd about it, and a model to begin with. */
@Command(name = "profile")
public final class ProfileCommand extends CommandBase {

    private static final int MOST_TOP = 3;

    @Parameters(paramLabel = "FILE", descriptionKey = "profile.file")
    private @Nullable Path file;

    @Option(names = "--model-out", paramLabel = "FILE")
    private @Nullable Path modelOut;

    @Option(names = "--reveal", descriptionKey = "option.reveal")
    private boolean reveal;

    @Mixin
    private CsvForm form = new CsvForm();

    ProfileCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws IOException {
        Path table = Objects.requireNonNull(file);
        DelimitedFormat csv = new DelimitedFormat(form.charset(), form.delimiter());
        Problems problems = new Problems();
        if (modelOut != null) {
            WholeFiles.check(List.of(modelOut), List.of(table), problems);
        }
        Problems ofTable = new Problems();
        TableProfile profile;
        TerminalProgress progress = shell().quickProgress();
        try (StageClock clock = new StageClock(progress::at, progress::finish)) {
            clock.begin(text("link.stage.read"));
            profile = TableProfile.read(table, csv, form.id(), ofTable, clock.counting());
        }
        ofTable.all().forEach(each -> problems.add(each.file(), each.line(), each.message()));
        problems.raise();
        String proposal = Proposal.of(Objects.requireNonNull(profile));
        columns(profile);
        suspicions(profile);
        if (modelOut == null || proposal.isEmpty()) {
            print(proposal.isEmpty() ? text("profile.nothing") : text("profile.proposal") + "\n\n" + proposal.strip());
        } else {
            try (WholeFiles whole = new WholeFiles()) {
                try (BufferedWriter out = whole.begin(modelOut)) {
                    out.write(proposal);
                }
                whole.finish();
            }
            print(text("profile.written", modelOut, table));
        }
        return ExitCode.DONE;
    }

    private void columns(TableProfile profile) {
        print(text(
                "profile.title",
                profile.file(),
                profile.rows(),
                profile.columns().size()));
        TextTable table = new TextTable(
                text("profile.column"),
                text("profile.kind"),
                text("profile.filled") + ">",
                text("profile.distinct") + ">",
                text("profile.length") + ">",
                text("profile.top"));
        for (ColumnProfile column : profile.columns()) {
            table.row(
                    column.name(),
                    text("kind." + column.kind().name()),
                    String.format(Locale.ROOT, "%.1f %%", 100 * column.fillRate()),
                    String.format(Locale.ROOT, "%,d%s", column.distinct(), column.uncounted() ? "+" : ""),
                    column.filled() == 0 ? "" : column.shortest() + "–" + column.longest(),
                    column.top(MOST_TOP).stream()
                            .map(top -> shown(column, top.value()) + " ×" + top.rows())
                            .collect(Collectors.joining("  ")));
        }
        table.lines().forEach(this::print);
        print("");
    }

    private void suspicions(TableProfile profile) {
        TextTable table = new TextTable(
                text("profile.column"), text("profile.odd"), text("profile.rows") + ">", text("profile.examples"));
        for (Suspicion each : Suspicion.of(profile)) {
            table.row(
                    each.column(),
                    text("odd." + each.sort().name()),
                    String.format(Locale.ROOT, "%,d", each.rows()),
                    each.examples().stream().map(this::shown).collect(Collectors.joining("  ")));
        }
        if (profile.raggedRows() > 0) {
            table.row(
                    "",
                    text("odd.RAGGED"),
                    String.format(Locale.ROOT, "%,d", profile.raggedRows()),
                    text(
                            "profile.lines",
                            profile.ragged().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        if (!table.isEmpty()) {
            table.lines().forEach(this::print);
            print("");
        }
    }

    /** Few values that many people share are shown as they are. */
    private String shown(ColumnProfile column, String value) {
        return switch (column.kind()) {
            case SEX, CATEGORY, SOURCE, DIVISION -> value;
            default -> shown(value);
        };
    }

    private String shown(String value) {
        return reveal ? value : Masking.text(value);
    }
}
