package org.childfile.cli.person;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.TextTable;

/** The versions of a file as a table: when each was true, when it was recorded, and what changed. */
record PersonVersions(AskedReads reads, LookingCommand command, String view) {

    private static final int NAMED = 1;

    /** @param label what an attribute is called */
    TextTable table(String person, UnaryOperator<String> label) {
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
                    changed(row.texts("changed"), label));
        }
        return table;
    }

    private static String changed(List<String> attributes, UnaryOperator<String> label) {
        return attributes.size() <= NAMED
                ? attributes.stream().map(label).collect(Collectors.joining())
                : label.apply(attributes.getFirst()) + " +" + (attributes.size() - NAMED);
    }
}
