package org.childfile.cli.person;

import java.util.List;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.TextTable;

/** The versions of a file as a table: when each was true, when it was recorded, and what changed. */
record PersonVersions(AskedReads reads, LookingCommand command, String view) {

    private static final int NAMED = 1;

    TextTable table(String person) {
        TextTable table = new TextTable(
                command.text("column.version") + ">",
                command.text("column.valid-from"),
                command.text("column.valid-to"),
                command.text("column.recorded"),
                command.text("column.superseded"),
                command.text("column.changed-attributes"));
        for (Row row : reads.rows(ReadQuery.of(view + "-versions")
                .with("id", person)
                .with("after", 0)
                .with("limit", Integer.MAX_VALUE))) {
            table.row(
                    row.text("version"),
                    row.textOrNull("valid_from"),
                    row.text("valid_to", "–"),
                    row.minute("recorded_at", "–"),
                    row.minute("superseded_at", "–"),
                    changed(row.texts("changed")));
        }
        return table;
    }

    private static String changed(List<String> attributes) {
        return attributes.size() <= NAMED
                ? String.join("", attributes)
                : attributes.getFirst() + " +" + (attributes.size() - NAMED);
    }
}
