package org.childfile.cli;

import java.time.LocalDate;
import java.util.Map;
import org.childfile.jobs.Run;
import org.childfile.jobs.Runs;
import org.childfile.jobs.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile nightly}: one run over all feeds, or the rest of one that did not come to its end. */
@Command(name = "nightly")
final class NightlyCommand extends RunningCommand {

    @Option(names = "--date", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate date;

    NightlyCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        Workspace workspace = workspace();
        needVariables(workspace);
        try (Warehouse warehouse = Warehouse.open(shell());
                Engine engine = Engine.start(warehouse.logins(), workspace)) {
            TerminalProgress progress = shell().progress();
            Run run = engine.get(Runs.class).nightly(date == null ? today() : date, progress, Map.of());
            progress.finish();
            return report(warehouse, run);
        }
    }
}
