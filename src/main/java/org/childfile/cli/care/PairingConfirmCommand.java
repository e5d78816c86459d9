package org.childfile.cli.care;

import java.time.LocalDate;
import org.childfile.care.pairing.Decisions;
import org.childfile.care.pairing.Decisions.Outcome;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile pairing confirm}: a proposal becomes a pair. */
@Command(name = "confirm")
final class PairingConfirmCommand extends PairingDecision {

    @Parameters(paramLabel = "ID", descriptionKey = "pairing.id")
    private String id = "";

    @Option(names = "--on", paramLabel = "YYYY-MM-DD", descriptionKey = "pairing.on")
    private @Nullable LocalDate day;

    PairingConfirmCommand(Shell shell) {
        super(shell);
    }

    @Override
    Outcome decide(Warehouse warehouse, Decisions decisions) {
        return decisions.confirm(id, said(day));
    }
}
