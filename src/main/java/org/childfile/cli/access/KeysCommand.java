package org.childfile.cli.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    public int look(Connection connection) throws SQLException {
        TextTable table = new TextTable(
                text("column.number") + ">",
                text("column.purpose"),
                text("column.cipher"),
                text("column.master-key"),
                text("column.state"),
                text("column.made"));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select key_id, kind, cipher, master, state, to_char(created, 'YYYY-MM-DD HH24:MI') as made
                        from privacy.data_key order by key_id""")) {
            while (row.next()) {
                table.row(
                        row.getString("key_id"),
                        text("key." + row.getString("kind")),
                        row.getString("cipher"),
                        row.getString("master"),
                        text("key." + row.getString("state")),
                        row.getString("made"));
            }
        }
        door().note("keys", "listed");
        table(table);
        return ExitCode.DONE;
    }
}
