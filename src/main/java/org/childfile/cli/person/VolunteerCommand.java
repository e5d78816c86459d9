package org.childfile.cli.person;

import java.util.List;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.ingest.mapping.Population;
import picocli.CommandLine.Command;

/** {@code childfile volunteer}: one file with what belongs to it, or a search for one. */
@Command(name = "volunteer")
public final class VolunteerCommand extends PersonCommand {

    VolunteerCommand(Shell shell) {
        super(shell, Population.VOLUNTEER);
    }

    @Override
    void printMore(AskedReads reads, String person) {
        for (String part : List.of("posts", "trainings", "load", "check", "pairings")) {
            List<Row> rows = reads.rows(ReadQuery.of("volunteer-" + part).with("id", person));
            if (!rows.isEmpty()) {
                print("");
                table(part(rows));
            }
        }
    }

    /** The rows as a table, with a heading for each of their columns. */
    private TextTable part(List<Row> rows) {
        List<String> columns = List.copyOf(rows.getFirst().columns().keySet());
        TextTable table = new TextTable(columns.stream()
                .map(column -> shell().messages().text("pairing.column." + column.replace('_', '-')))
                .toArray(String[]::new));
        rows.forEach(row -> table.row(columns.stream().map(row::textOrNull).toArray(String[]::new)));
        return table;
    }
}
