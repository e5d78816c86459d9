package org.childfile.cli.access;

import java.sql.SQLException;
import java.time.Instant;
import org.childfile.access.compliance.Matter;
import org.childfile.access.compliance.Matter.Sort;
import org.childfile.access.compliance.Matters;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.Words;
import picocli.CommandLine.Command;

/** {@code childfile breach list}: the breaches, the latest first. */
@Command(name = "list")
final class BreachListCommand extends ComplianceCommand {

    BreachListCommand(Shell shell) {
        super(shell);
    }

    @Override
    int with(Warehouse warehouse, Matters matters) throws SQLException {
        Words words = new Words(shell().messages());
        MatterText shown = new MatterText(shell().messages(), matters, Instant.now());
        TextTable table = new TextTable(
                text("column.id"),
                text("matter.kind"),
                text("matter.noticed"),
                text("column.state"),
                text("matter.due"));
        for (Matter each : matters.all(Sort.BREACH)) {
            table.row(
                    each.id(),
                    each.kind(),
                    words.moment(each.noticedAt()),
                    shown.stands(each),
                    each.closedAt().isPresent()
                            ? "–"
                            : each.steps().stream()
                                    .filter(step -> step.doneAt().isEmpty())
                                    .findFirst()
                                    .map(step -> step.step() + " " + words.moment(step.dueAt()))
                                    .orElse("–"));
        }
        record(warehouse, "list breachs", "");
        if (table.isEmpty()) {
            print(text("none"));
        } else {
            table.lines().forEach(this::print);
        }
        return ExitCode.DONE;
    }
}
