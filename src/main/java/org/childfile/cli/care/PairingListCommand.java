package org.childfile.cli.care;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
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
    public int look(AskedReads reads) throws SQLException {
        if (state != null && !STATES.contains(state)) {
            throw WrongUse.of("wrong.state", state, String.join(", ", STATES));
        }
        TextTable table = new TextTable(
                text("column.id"),
                text("column.state"),
                text("pairing.column.since"),
                text("pairing.column.child"),
                text("pairing.column.volunteer"));
        List<String> children = new ArrayList<>();
        for (Row row : reads.rows(ReadQuery.of("pairing-list")
                .with("state", state)
                .with("division", division)
                .with("limit", limit))) {
            String child = row.textOrNull("child_id");
            if (child != null) {
                children.add(child);
            }
            table.row(
                    row.textOrNull("pairing_id"),
                    text("pairing.state." + row.text("state")),
                    row.textOrNull("since"),
                    who(child, row.textOrNull("child_name")),
                    who(row.textOrNull("volunteer_id"), row.textOrNull("volunteer_name")));
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
