package org.childfile.cli.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.RunStates;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile runs}: the latest runs; it ends as the latest one stands. */
@Command(name = "runs")
public final class RunsCommand extends LookingCommand {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", descriptionKey = "option.limit")
    private int limit;

    RunsCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(Connection connection) throws SQLException {
        TextTable table = new TextTable(
                text("column.run"),
                text("column.kind"),
                text("column.state"),
                text("column.started"),
                text("column.seconds") + ">",
                text("column.versions") + ">");
        int code = ExitCode.DONE;
        try (PreparedStatement select = connection.prepareStatement(
                """
                select run_id, kind, state, to_char(started, 'YYYY-MM-DD HH24:MI') as began, versions,
                """ + RunStates.COLUMNS + " from ops.run order by started desc, run_id desc limit ?")) {
            select.setInt(1, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    code = table.isEmpty() ? RunStates.exitCode(row) : code;
                    table.row(
                            row.getString("run_id"),
                            row.getString("kind"),
                            RunStates.words(row, shell().messages()),
                            row.getString("began"),
                            row.getString("work_seconds"),
                            row.getString("versions") == null ? "–" : row.getString("versions"));
                }
            }
        }
        table(table);
        return code;
    }
}
