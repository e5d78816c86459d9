package org.childfile.cli.access;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.childfile.access.compliance.Entry.Said;
import org.childfile.access.compliance.Matter.Sort;
import org.childfile.access.compliance.Matters;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile breach close}: everything was done that must be. */
@Command(name = "close")
final class BreachCloseCommand extends ComplianceCommand {

    @Parameters(paramLabel = "ID", descriptionKey = "breach.id")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "option.reason")
    private String reason = "";

    BreachCloseCommand(Shell shell) {
        super(shell);
    }

    @Override
    int with(Warehouse warehouse, Matters matters) throws SQLException {
        Said said = new Said(
                shell().operator().recorded(),
                Optional.empty(),
                null,
                null,
                null,
                null,
                Map.of("reason", needed(reason, "--reason: say why it is closed")));
        print(text(
                "matter.closed",
                written(warehouse, "close breach", matters.close(Sort.BREACH, id, said))
                        .id()));
        return ExitCode.DONE;
    }
}
