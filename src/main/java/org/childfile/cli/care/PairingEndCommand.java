package org.childfile.cli.care;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.childfile.care.pairing.Decisions;
import org.childfile.care.pairing.Decisions.Outcome;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile pairing end}: a pair is over; another mother is proposed at once. */
@Command(name = "end")
final class PairingEndCommand extends PairingDecision {

    @Parameters(paramLabel = "ID", descriptionKey = "pairing.id")
    private String id = "";

    @Option(names = "--on", paramLabel = "YYYY-MM-DD", descriptionKey = "pairing.last-day")
    private @Nullable LocalDate day;

    PairingEndCommand(Shell shell) {
        super(shell);
    }

    @Override
    Outcome decide(Warehouse warehouse, Decisions decisions) {
        return decisions.end(id, today(), saidWithReason(day));
    }

    @Override
    void after(Warehouse warehouse, String ended) throws SQLException {
        super.after(warehouse, ended);
        propose(warehouse, Optional.empty(), false);
    }
}
