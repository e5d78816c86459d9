package org.childfile.cli.person;

import java.util.function.UnaryOperator;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Words;

/** What of a person's values is in doubt, and why. */
final class PersonDoubts {

    private final AskedReads reads;
    private final LookingCommand command;
    private final String view;
    private final Shown shown;

    PersonDoubts(AskedReads reads, LookingCommand command, String view, Shown shown) {
        this.reads = reads;
        this.command = command;
        this.view = view;
        this.shown = shown;
    }

    /** @param label what an attribute is called */
    TextTable table(String person, UnaryOperator<String> label) {
        Words words = new Words(command.shell().messages());
        TextTable table = new TextTable(
                command.text("column.attribute"),
                command.text("column.value"),
                command.text("column.feed"),
                command.text("column.doubt"));
        for (Row row : reads.rows(ReadQuery.of(view + "-doubts").with("id", person))) {
            String attribute = row.text("attribute");
            String value = row.textOrNull("value");
            table.row(
                    label.apply(attribute),
                    value == null ? "–" : shown.value(attribute, value),
                    row.text("feed", "–"),
                    words.doubt(row.text("reason")));
        }
        return table;
    }
}
