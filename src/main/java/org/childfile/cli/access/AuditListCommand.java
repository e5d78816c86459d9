package org.childfile.cli.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Warehouse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile audit list}: the latest accesses. */
@Command(name = "list")
final class AuditListCommand extends LookingCommand {

    @Option(names = "--child", paramLabel = "ID", descriptionKey = "audit.child")
    private @Nullable String child;

    @Option(names = "--subject", paramLabel = "NAME", descriptionKey = "audit.subject")
    private @Nullable String subject;

    @Option(names = "--since", paramLabel = "YYYY-MM-DD", descriptionKey = "audit.since")
    private @Nullable LocalDate since;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "option.limit")
    private int limit;

    AuditListCommand(Shell shell) {
        super(shell);
    }

    /** Bound by rights: who reported abuse, and who looks into it, is not for whoever reads the log. */
    @Override
    public Connection open(Warehouse warehouse) throws SQLException {
        return warehouse.look(purpose());
    }

    @Override
    public int look(Connection connection) throws SQLException {
        TextTable table = new TextTable(
                text("column.number") + ">",
                text("column.moment"),
                text("column.subject"),
                text("column.role-purpose"),
                text("column.door"),
                text("column.action"),
                text("column.id"),
                text("column.attributes"));
        int rows = 0;
        try (PreparedStatement select = connection.prepareStatement("""
                select seq, to_char(at, 'YYYY-MM-DD HH24:MI') as moment, subject, role || ' ' || purpose as purpose,
                       door, action, coalesce(person_id, '–') as person_id, cardinality(attributes) as attributes
                from ops.access
                where (?::text is null or person_id = ?) and (?::text is null or subject = ?)
                  and (?::date is null or at >= ?::date)
                order by seq desc limit ?""")) {
            select.setString(1, child);
            select.setString(2, child);
            select.setString(3, subject);
            select.setString(4, subject);
            select.setObject(5, since);
            select.setObject(6, since);
            select.setInt(7, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows++;
                    table.row(
                            row.getString("seq"),
                            row.getString("moment"),
                            row.getString("subject"),
                            row.getString("purpose"),
                            row.getString("door"),
                            row.getString("action"),
                            row.getString("person_id"),
                            row.getString("attributes"));
                }
            }
        }
        door().record("audit list", child == null ? List.of() : List.of(child), List.of(), "rows " + rows);
        table(table);
        return ExitCode.DONE;
    }
}
