package org.childfile.cli.care;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Words;
import org.childfile.cli.terminal.WrongUse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile duty PAIRING}: what a pairing owes, and how it stands, the latest periods first. */
@Command(
        name = "duty",
        subcommands = {DutyAttemptedCommand.class, DutyExcuseCommand.class, DutyUndoCommand.class})
public final class DutyCommand extends AskingCommand {

    @Parameters(paramLabel = "PAIRING", arity = "0..1", descriptionKey = "duty.pairing")
    private @Nullable String pairing;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "40", descriptionKey = "option.limit")
    private int limit;

    DutyCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(Connection connection) throws SQLException {
        if (pairing == null) {
            throw new WrongUse("name a pairing. The pairings: childfile sql \"select * from mart.pairing\"");
        }
        TreeSet<String> children = new TreeSet<>();
        boolean known = false;
        try (PreparedStatement select =
                connection.prepareStatement("select child_id from mart.pairing where pairing_id = ?")) {
            select.setString(1, pairing);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known = true;
                    if (row.getString(1) != null) {
                        children.add(row.getString(1));
                    }
                }
            }
        }
        if (!known) {
            throw new WrongUse(
                    "there is no pairing " + pairing + ". The pairings: childfile sql \"select * from mart.pairing\"");
        }
        TextTable table = duties(connection);
        door().record("duties", children, List.of("kind", "state", "done_at"), "");
        table(table);
        return ExitCode.DONE;
    }

    private TextTable duties(Connection connection) throws SQLException {
        Words words = new Words(shell().messages());
        TextTable table = new TextTable(
                text("column.duty"),
                text("column.from"),
                text("column.until"),
                text("column.state"),
                text("column.done-at"));
        try (PreparedStatement select = connection.prepareStatement("""
                select kind, period_start, period_end, coalesce(state, '–'), to_char(done_at, 'YYYY-MM-DD HH24:MI')
                from mart.care_duty where pairing_id = ? order by period_end desc, kind limit ?""")) {
            select.setString(1, pairing);
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String done = row.getString(5);
                    table.row(
                            words.dutyKind(row.getString(1)),
                            row.getString(2),
                            row.getString(3),
                            words.dutyState(row.getString(4)),
                            done == null ? "" : done);
                }
            }
        }
        return table;
    }
}
