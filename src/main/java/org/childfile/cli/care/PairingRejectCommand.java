package org.childfile.cli.care;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.childfile.care.pairing.Decisions;
import org.childfile.care.pairing.Decisions.Outcome;
import org.childfile.care.pairing.Decisions.Side;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile pairing reject}: a proposal is not wanted; the next best one is made at once. */
@Command(name = "reject")
final class PairingRejectCommand extends PairingDecision {

    @Parameters(paramLabel = "ID", descriptionKey = "pairing.id")
    private String id = "";

    @Option(names = "--by", paramLabel = "SIDE", defaultValue = "operator", descriptionKey = "pairing.by")
    private String side = "operator";

    PairingRejectCommand(Shell shell) {
        super(shell);
    }

    @Override
    Outcome decide(Warehouse warehouse, Decisions decisions) {
        return decisions.reject(id, side(), saidWithReason(null));
    }

    private Side side() {
        for (Side each : Side.values()) {
            if (each.written().equals(side.toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        throw WrongUse.of("wrong.reject-by", side);
    }

    @Override
    void after(Warehouse warehouse, String rejected) throws SQLException {
        super.after(warehouse, rejected);
        propose(warehouse, Optional.empty(), false);
    }
}
