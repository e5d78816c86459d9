package org.childfile.cli.access;

import java.sql.SQLException;
import java.util.Locale;
import org.childfile.access.audit.ApprovalStore;
import org.childfile.access.audit.ApprovalStore.Request;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile approval list}: the requests, the latest first. */
@Command(name = "list")
final class ApprovalListCommand extends LookingCommand {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "option.limit")
    private int limit;

    ApprovalListCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        TextTable table = new TextTable(
                text("column.number") + ">",
                text("column.moment"),
                text("column.subject"),
                text("column.action"),
                text("approval.column.persons") + ">",
                text("column.state"),
                text("approval.column.decided"),
                text("column.reason"));
        Words words = new Words(shell().messages());
        for (Request each : new ApprovalStore(warehouse().service()).latest(limit)) {
            table.row(
                    String.valueOf(each.number()),
                    words.moment(each.at().toInstant()),
                    each.subject(),
                    each.action(),
                    String.valueOf(each.persons()),
                    text("approval.state." + each.state().name().toLowerCase(Locale.ROOT)),
                    each.decidedBy() == null ? "–" : each.decidedBy(),
                    each.reason());
        }
        door().note("approval", "listed");
        table(table);
        return ExitCode.DONE;
    }
}
