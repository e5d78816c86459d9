package org.childfile.cli.care;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Html;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.storage.PrivateFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile coverage}: who is seen, paired and visited, by district, or by township of one. */
@Command(name = "coverage")
public final class CoverageCommand extends AskingCommand {

    private static final int NAME_CELLS = 12;

    @Option(names = "--district", paramLabel = "CODE", descriptionKey = "coverage.district")
    private @Nullable String district;

    @Option(names = "--chart", paramLabel = "FILE", descriptionKey = "coverage.chart")
    private @Nullable Path chart;

    public CoverageCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        List<CoverageRow> rows =
                CoverageRow.read(reads, district == null ? null : DigestCommand.code(district, "--district", 6));
        door().note("coverage", "divisions " + rows.size());
        table(counts(rows));
        if (rows.isEmpty()) {
            return ExitCode.DONE;
        }
        print("");
        table(ages(rows.getFirst()));
        if (rows.stream().anyMatch(CoverageRow::suppressed)) {
            print(text("coverage.suppressed", rows.getFirst().day()));
        }
        if (chart != null) {
            write(chart, new CoveragePage().of(rows));
            print(text("coverage.written", chart.toString()));
        }
        return ExitCode.DONE;
    }

    private TextTable counts(List<CoverageRow> rows) {
        List<String> header = new ArrayList<>(List.of(text("column.code"), text("column.division")));
        CoverageRow.MEASURES.forEach(measure -> header.add(text("coverage." + measure) + ">"));
        TextTable table = new TextTable(header.toArray(String[]::new));
        for (CoverageRow row : rows) {
            table.row(cells(
                    Stream.of(
                            row.division(),
                            TextTable.wrapped(row.name(), NAME_CELLS).getFirst()),
                    CoverageRow.MEASURES.stream().map(measure -> row.count(measure, ""))));
        }
        return table;
    }

    private TextTable ages(CoverageRow row) {
        List<String> header = new ArrayList<>(List.of(text("column.ages")));
        CoverageRow.MEASURES.forEach(measure -> header.add(text("coverage." + measure) + ">"));
        TextTable table = new TextTable(header.toArray(String[]::new));
        for (String ages : CoverageRow.AGES) {
            table.row(cells(
                    Stream.of(text("coverage.ages-" + ages.substring(1).replace('_', '-'))),
                    CoverageRow.MEASURES.stream().map(measure -> row.count(measure, ages))));
        }
        return table;
    }

    private static String[] cells(Stream<String> names, Stream<@Nullable Long> counts) {
        return Stream.concat(names, counts.map(count -> count == null ? "–" : Html.count(count)))
                .toArray(String[]::new);
    }

    private static void write(Path file, String page) {
        try {
            PrivateFiles.write(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
