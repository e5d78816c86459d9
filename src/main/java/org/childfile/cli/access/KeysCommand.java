package org.childfile.cli.access;

import java.sql.SQLException;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import picocli.CommandLine.Command;

/** {@code childfile keys}: the data keys of the warehouse, by name and never by what they are. */
@Command(
        name = "keys",
        subcommands = {KeysRotateCommand.class})
public final class KeysCommand extends LookingCommand {

    KeysCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        TextTable table = new TextTable(
                text("column.number") + ">",
                text("column.purpose"),
                text("column.cipher"),
                text("column.master-key"),
                text("column.state"),
                text("column.made"));
        for (Row row : reads.rows(ReadQuery.of("data-keys"))) {
            table.row(
                    row.textOrNull("key_id"),
                    text("key." + row.text("kind")),
                    row.textOrNull("cipher"),
                    row.textOrNull("master"),
                    text("key." + row.text("state")),
                    row.minute("created", "–"));
        }
        door().note("keys", "listed");
        table(table);
        return ExitCode.DONE;
    }
}
