package org.childfile.cli.care;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile wakeup list}: the calls for help, abuse first, then what needs a person. */
@Command(name = "list")
final class WakeupListCommand extends AskingCommand {

    @Option(names = "--open", descriptionKey = "wakeup.open")
    private boolean open;

    @Option(names = "--overdue", descriptionKey = "wakeup.overdue")
    private boolean overdue;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "wakeup.kind")
    private @Nullable String kind;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "option.limit")
    private int limit;

    WakeupListCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        TextTable table = new TextTable(
                text("column.wakeup"),
                text("column.kind"),
                text("column.date"),
                text("column.state"),
                text("column.done") + ">",
                text("wakeup.column.late") + ">",
                text("wakeup.column.person") + ">");
        List<String> children = new ArrayList<>();
        boolean urgent = false;
        for (Row row : reads.rows(ReadQuery.of("wakeup-list")
                .with("open", open)
                .with("overdue", overdue)
                .with("kind", kind == null ? null : kind.toUpperCase(Locale.ROOT))
                .with("limit", limit))) {
            urgent |= "ABUSE".equals(row.text("kind")) && row.number("attention") > 0;
            String child = row.textOrNull("child_id");
            if (child != null) {
                children.add(child);
            }
            table.row(
                    row.textOrNull("wakeup_id"),
                    new Words(shell().messages()).wakeupKind(row.textOrNull("kind")),
                    row.textOrNull("called"),
                    text("wakeup.state." + row.text("state")),
                    row.text("ended") + "/" + row.text("applications"),
                    row.textOrNull("overdue"),
                    row.textOrNull("attention"));
        }
        door().record("wake-ups", children, List.of("kind"), "");
        table(table);
        if (!table.isEmpty()) {
            print(text("wakeup.list.next"));
        }
        return urgent ? ExitCode.ATTENTION : ExitCode.DONE;
    }
}
