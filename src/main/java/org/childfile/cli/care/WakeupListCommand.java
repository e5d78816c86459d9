package org.childfile.cli.care;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    public int look(Connection connection) throws SQLException {
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
        try (PreparedStatement select = connection.prepareStatement("""
                select w.wakeup_id, w.child_id, w.kind, to_char(w.at, 'YY-MM-DD') as called, w.state, w.applications,
                       (select count(*) from mart.application a
                        where a.wakeup_id = w.wakeup_id and a.ended_at is not null) as ended, w.overdue, w.attention
                from mart.wakeup w
                where (not ? or w.state = 'open') and (not ? or w.overdue > 0) and (?::text is null or w.kind = ?)
                order by w.kind = 'ABUSE' and w.state = 'open' desc, w.state = 'open' desc, w.attention > 0 desc, w.overdue > 0 desc,
                         w.at desc, w.wakeup_id
                limit ?""")) {
            String wanted = kind == null ? null : kind.toUpperCase(Locale.ROOT);
            select.setBoolean(1, open);
            select.setBoolean(2, overdue);
            select.setString(3, wanted);
            select.setString(4, wanted);
            select.setInt(5, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    urgent |= "ABUSE".equals(row.getString("kind")) && row.getLong("attention") > 0;
                    if (row.getString("child_id") != null) {
                        children.add(row.getString("child_id"));
                    }
                    table.row(
                            row.getString("wakeup_id"),
                            new Words(shell().messages()).wakeupKind(row.getString("kind")),
                            row.getString("called"),
                            text("wakeup.state." + row.getString("state")),
                            row.getString("ended") + "/" + row.getString("applications"),
                            row.getString("overdue"),
                            row.getString("attention"));
                }
            }
        }
        door().record("wake-ups", children, List.of("kind"), "");
        table(table);
        if (!table.isEmpty()) {
            print(text("wakeup.list.next"));
        }
        return urgent ? ExitCode.ATTENTION : ExitCode.DONE;
    }
}
