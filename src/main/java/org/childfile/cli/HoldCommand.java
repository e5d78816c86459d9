package org.childfile.cli;

import org.childfile.jobs.HeldPulls;
import org.childfile.jobs.Run;
import org.childfile.jobs.Runs;
import org.childfile.jobs.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code childfile hold approve|reject FEED}: decides about a snapshot that shrank too much. */
@Command(name = "hold")
final class HoldCommand extends RunningCommand {

    /** What the operator decides. */
    enum Verdict {
        APPROVE,
        REJECT
    }

    @Parameters(index = "0", paramLabel = "approve|reject", descriptionKey = "hold.verdict")
    private Verdict verdict = Verdict.REJECT;

    @Parameters(index = "1", paramLabel = "FEED", descriptionKey = "hold.feed")
    private String feed = "";

    HoldCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        Workspace workspace = workspace();
        try (Warehouse warehouse = Warehouse.open(shell());
                Engine engine = Engine.start(warehouse.logins(), workspace)) {
            HeldPulls held = engine.get(HeldPulls.class);
            CliDoor.operator(warehouse, Warehouse.OPERATIONS)
                    .note("hold", (verdict == Verdict.APPROVE ? "approve " : "reject ") + held.known(feed));
            boolean found = verdict == Verdict.APPROVE ? held.approve(feed) : held.reject(feed);
            if (!found) {
                throw new WrongUse("no pull of " + feed + " is held. How the feeds stand: childfile feeds");
            }
            if (verdict == Verdict.REJECT) {
                print(text("hold.rejected", feed));
                return ExitCode.DONE;
            }
            TerminalProgress progress = shell().progress();
            Run run = engine.get(Runs.class).replay(today(), progress);
            progress.finish();
            return report(warehouse, run);
        }
    }
}
