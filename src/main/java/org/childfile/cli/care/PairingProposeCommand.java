package org.childfile.cli.care;

import java.util.List;
import java.util.Optional;
import org.childfile.care.pairing.Decisions;
import org.childfile.care.pairing.Decisions.Outcome;
import org.childfile.care.pairing.Plan;
import org.childfile.care.pairing.Plan.Uncovered;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile pairing propose}: what the night does, now. */
@Command(name = "propose")
final class PairingProposeCommand extends PairingDecision {

    @Option(names = "--district", paramLabel = "CODE", descriptionKey = "pairing.district")
    private @Nullable String district;

    @Option(names = "--dry-run", descriptionKey = "pairing.dry-run")
    private boolean dryRun;

    PairingProposeCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        if (district != null && !district.matches("[0-9]{6}")) {
            throw WrongUse.of("wrong.district-six", district);
        }
        try (Warehouse warehouse = Warehouse.open(shell())) {
            Plan plan = propose(warehouse, Optional.ofNullable(district), dryRun);
            List<Uncovered> fresh = plan.children().stream()
                    .filter(child -> child.volunteerId() != null && !child.standing())
                    .toList();
            if (!dryRun) {
                CliDoor.operator(warehouse, Warehouse.OPERATIONS).note("propose pairings", "proposed " + fresh.size());
            }
            if (dryRun) {
                CliDoor.operator(warehouse, Warehouse.OPERATIONS)
                        .record(
                                "read proposals",
                                fresh.stream().map(Uncovered::childId).toList(),
                                List.of(),
                                "masked");
                fresh.forEach(child -> print(
                        text("pairing.would", child.childId(), String.valueOf(child.volunteerId()), child.urgency())));
            }
            say(text(
                    dryRun ? "pairing.dry" : "pairing.proposed",
                    plan.children().size(),
                    plan.proposed(),
                    fresh.size()));
            return ExitCode.DONE;
        }
    }

    @Override
    Outcome decide(Warehouse warehouse, Decisions decisions) {
        throw new IllegalStateException("the program proposes, no person does");
    }
}
