package org.childfile.cli.care;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.childfile.care.pairing.BackgroundCheckStore;
import org.childfile.care.pairing.Decisions;
import org.childfile.care.pairing.Decisions.Outcome;
import org.childfile.care.pairing.Decisions.Said;
import org.childfile.care.pairing.Plan;
import org.childfile.care.pairing.Proposals;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.jobs.PipelineSettings;
import org.childfile.kernel.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command by which a person decides about a pairing. */
abstract class PairingDecision extends RunningCommand {

    @Option(names = "--actor", paramLabel = "NAME", descriptionKey = "option.actor")
    private @Nullable String actor;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "option.reason")
    private @Nullable String reason;

    PairingDecision(Shell shell) {
        super(shell);
    }

    /** Decides. */
    abstract Outcome decide(Warehouse warehouse, Decisions decisions) throws SQLException;

    @Override
    public Integer call() throws Exception {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            new BackgroundCheckStore(warehouse.service())
                    .want(PipelineSettings.read(workspace()).pairing());
            switch (decide(warehouse, new Decisions(warehouse.service(), warehouse.keys()))) {
                case Outcome.Refused(Message why) -> throw new WrongUse(why);
                case Outcome.Done done -> {
                    CliDoor.operator(warehouse, Warehouse.OPERATIONS)
                            .record(
                                    "decide pairing",
                                    List.of(done.childId()),
                                    List.of(),
                                    String.join(", ", done.about()));
                    for (String pairing : done.pairings()) {
                        after(warehouse, pairing);
                    }
                    done.calls().forEach(call -> print(text("pairing.decided-call", call)));
                }
            }
            return ExitCode.DONE;
        }
    }

    /** Says what became of the pairing. */
    void after(Warehouse warehouse, String id) throws SQLException {
        print(text("pairing.decided", id));
    }

    Said said(@Nullable LocalDate day) {
        return new Said(decidedBy(actor), reason, day == null ? today() : day);
    }

    Said saidWithReason(@Nullable LocalDate day) {
        if (reason == null || reason.isBlank()) {
            throw WrongUse.of("wrong.no-reason");
        }
        return said(day);
    }

    /** Proposes anew at once, and writes it unless it is only to be seen. */
    Plan propose(Warehouse warehouse, Optional<String> district, boolean dryRun) throws SQLException {
        return new Proposals(
                        warehouse.service(),
                        warehouse.keys(),
                        PipelineSettings.read(workspace()).pairing())
                .now(today(), district, dryRun);
    }
}
