package org.childfile.cli.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
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
    public int look(AskedReads reads) throws SQLException {
        TextTable table = new TextTable(
                text("column.number") + ">",
                text("column.moment"),
                text("column.subject"),
                text("column.role-purpose"),
                text("column.door"),
                text("column.action"),
                text("column.id"),
                text("column.attributes"));
        List<Row> rows = reads.rows(ReadQuery.of("access-log")
                .with("person", child)
                .with("subject", subject)
                .with("since", since)
                .with("limit", limit));
        for (Row row : rows) {
            table.row(
                    row.textOrNull("seq"),
                    row.minute("at", "–"),
                    row.textOrNull("subject"),
                    row.textOrNull("purpose"),
                    row.textOrNull("door"),
                    row.textOrNull("action"),
                    row.text("person_id", "–"),
                    row.textOrNull("attributes"));
        }
        door().record("audit list", child == null ? List.of() : List.of(child), List.of(), "rows " + rows.size());
        table(table);
        return ExitCode.DONE;
    }
}
