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

/** {@code childfile pairing add}: a pair of two whom nobody proposed. */
@Command(name = "add")
final class PairingAddCommand extends PairingDecision {

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "pairing.child")
    private String child = "";

    @Parameters(index = "1", paramLabel = "VOLUNTEER", descriptionKey = "pairing.volunteer")
    private String volunteer = "";

    @Option(names = "--on", paramLabel = "YYYY-MM-DD", descriptionKey = "pairing.on")
    private @Nullable LocalDate day;

    PairingAddCommand(Shell shell) {
        super(shell);
    }

    @Override
    Outcome decide(Warehouse warehouse, Decisions decisions) {
        return decisions.add(child, volunteer, saidWithReason(day));
    }
}
