package org.childfile.cli.care;

import java.util.List;
import java.util.TreeSet;
import org.childfile.care.help.Wakeups;
import org.childfile.care.pairing.Decisions;
import org.childfile.care.pairing.Decisions.Outcome;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile pairing resolve}: what becomes of the pairings and calls of persons who turned out to be others. */
@Command(name = "resolve")
final class PairingResolveCommand extends PairingDecision {

    @Parameters(paramLabel = "NUMBER", descriptionKey = "pairing.question")
    private long number;

    @Option(names = "--keep", paramLabel = "ID", arity = "1..*", descriptionKey = "pairing.keep")
    private List<String> keep = List.of();

    PairingResolveCommand(Shell shell) {
        super(shell);
    }

    @Override
    Outcome decide(Warehouse warehouse, Decisions decisions) {
        return decisions.resolve(
                number,
                new TreeSet<>(keep),
                saidWithReason(null),
                (call, child, actor, reason) -> anew(warehouse, call, child, actor, reason));
    }

    private void anew(Warehouse warehouse, String call, String child, String actor, String reason) {
        try (Engine engine = Engine.start(warehouse.logins(), workspace())) {
            Wakeups wakeups = engine.get(Wakeups.class);
            wakeups.anew(call, child, actor, reason, today()).ifPresent(made -> {
                print(text("pairing.question.made-anew", call, made));
                print(text("wakeup.sent", wakeups.sendNow(made)));
            });
        }
    }
}
