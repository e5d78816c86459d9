package org.childfile.cli.terminal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.childfile.care.help.Wakeups;
import org.childfile.jobs.PipelineSettings;
import org.childfile.jobs.Run;
import org.childfile.jobs.Workspace;
import org.childfile.kernel.CityTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that runs jobs. */
public abstract class RunningCommand extends CommandBase {

    @Option(names = "--connectors", paramLabel = "DIR", descriptionKey = "option.connectors")
    private @Nullable Path connectors;

    @Option(names = "--mappings", paramLabel = "DIR", descriptionKey = "option.mappings")
    private @Nullable Path mappings;

    public RunningCommand(Shell shell) {
        super(shell);
    }

    public Workspace workspace() {
        return shell().workspace(connectors, mappings);
    }

    public static LocalDate today() {
        return LocalDate.now(CityTime.ZONE);
    }

    /** Ends the command if a connector needs a variable that is not set. */
    public static void needVariables(Workspace workspace) {
        List<String> missing = PipelineSettings.read(workspace).connectors().missingVariables(workspace.environment());
        if (!missing.isEmpty()) {
            throw new WrongUse(String.join("\n", missing));
        }
    }

    /** Prints the report of a run, waits for the reports of abuse that it began to send, and says by the exit code how it ended. */
    public int report(Engine engine, Warehouse warehouse, Run run) throws SQLException {
        try (Connection connection = warehouse.read()) {
            new RunReport(warehouse.reads(connection), shell().out(), shell().messages()).print(run.runId());
        }
        engine.get(Wakeups.class).awaitReports();
        return switch (run.state()) {
            case DONE -> ExitCode.DONE;
            case ATTENTION -> ExitCode.ATTENTION;
            case FAILED -> {
                shell().err().println(text("next.retry", run.runId()));
                yield ExitCode.FAILED;
            }
            case RUNNING -> ExitCode.FAILED;
        };
    }
}
