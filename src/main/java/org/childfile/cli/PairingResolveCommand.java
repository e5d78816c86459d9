package org.childfile.cli;

import java.util.List;
import java.util.TreeSet;
import org.childfile.pairing.Decisions;
import org.childfile.pairing.Decisions.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile pairing resolve}: what becomes of pairings whose persons turned out to be others. */
@Command(name = "resolve")
final class PairingResolveCommand extends PairingDecision {

    @Parameters(paramLabel = "NUMBER", descriptionKey = "pairing.question")
    private long number;

    @Option(names = "--keep", paramLabel = "PAIRING", arity = "1..*", descriptionKey = "pairing.keep")
    private List<String> keep = List.of();

    PairingResolveCommand(Shell shell) {
        super(shell);
    }

    @Override
    Outcome decide(Decisions decisions) {
        return decisions.resolve(number, new TreeSet<>(keep), saidWithReason(null));
    }
}
