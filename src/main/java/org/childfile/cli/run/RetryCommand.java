package org.childfile.cli.run;

import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TerminalProgress;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.jobs.Run;
import org.childfile.jobs.Runs;
import org.childfile.jobs.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code childfile retry RUN}: goes on from a failure, or fetches again what a run could not get. */
@Command(name = "retry")
public final class RetryCommand extends RunningCommand {

    @Parameters(paramLabel = "RUN")
    private String run = "";

    RetryCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        Workspace workspace = workspace();
        needVariables(workspace);
        try (Warehouse warehouse = Warehouse.open(shell());
                DatabaseWatch ignored = new DatabaseWatch(warehouse);
                Engine engine = Engine.start(warehouse.logins(), workspace)) {
            Runs runs = engine.get(Runs.class);
            boolean nothing = runs.nothingToRetry(run);
            TerminalProgress progress = shell().progress();
            Run retried = runs.retry(run, progress);
            progress.finish();
            int code = report(engine, warehouse, retried);
            if (nothing) {
                print(text("retry.nothing", run));
            }
            return code;
        }
    }
}
