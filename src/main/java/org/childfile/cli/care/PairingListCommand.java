package org.childfile.cli.care;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.WrongUse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile pairing list}: pairs and proposals. */
@Command(name = "list")
final class PairingListCommand extends AskingCommand {

    private static final List<String> STATES = List.of("proposed", "confirmed", "active", "ended", "rejected");

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "pairing.state")
    private @Nullable String state;

    @Option(names = "--district", paramLabel = "CODE", descriptionKey = "pairing.division")
    private String division = "";

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "option.limit")
    private int limit;

    PairingListCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(Connection connection) throws SQLException {
        if (state != null && !STATES.contains(state)) {
            throw new WrongUse("--state " + state + " is no state. Allowed are " + String.join(", ", STATES) + ".");
        }
        TextTable table = new TextTable(
                text("column.id"),
                text("column.state"),
                text("pairing.column.since"),
                text("pairing.column.child"),
                text("pairing.column.volunteer"));
        List<String> children = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select p.pairing_id, p.state, p.since, p.child_id, c.name, p.volunteer_id, v.name
                from mart.pairing p
                left join mart.child c using (child_id)
                left join mart.volunteer v using (volunteer_id)
                where (?::text is null or p.state = ?)
                  and (? = '' or coalesce(c.residence_division, c.registered_division) like ? || '%')
                order by p.since desc, length(p.pairing_id), p.pairing_id collate "C" limit ?""")) {
            select.setString(1, state);
            select.setString(2, state);
            select.setString(3, division);
            select.setString(4, division);
            select.setInt(5, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getString(4) != null) {
                        children.add(row.getString(4));
                    }
                    table.row(
                            row.getString(1),
                            text("pairing.state." + row.getString(2)),
                            row.getString(3),
                            who(row.getString(4), row.getString(5)),
                            who(row.getString(6), row.getString(7)));
                }
            }
        }
        door().record("list pairings", children, List.of("name"), CliDoor.detail(false));
        table(table);
        return ExitCode.DONE;
    }

    /** The end of an id tells persons apart, and the masked name reminds of them. */
    private static String who(@Nullable String id, @Nullable String name) {
        return id == null
                ? "?"
                : id.substring(0, 1) + "…" + id.substring(id.length() - 6) + " " + new Shown(false).value("name", name);
    }
}
