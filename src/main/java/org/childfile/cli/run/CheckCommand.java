package org.childfile.cli.run;

import java.util.ArrayList;
import java.util.List;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.jobs.PipelineSettings;
import org.childfile.jobs.Workspace;
import org.childfile.settings.Problem;
import org.childfile.settings.Problems;
import picocli.CommandLine.Command;

/** {@code childfile check}: every mistake of every connector and mapping file, with file and line. */
@Command(name = "check")
public final class CheckCommand extends RunningCommand {

    CheckCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        Workspace workspace = workspace();
        Problems problems = new Problems();
        PipelineSettings settings = PipelineSettings.read(workspace, problems);
        for (Problem problem : problems.all()) {
            print(problem.toString());
        }
        if (!problems.isEmpty()) {
            print(text("check.problems", problems.all().size()));
            return ExitCode.WRONG_USE;
        }
        List<String> missing = new ArrayList<>(settings.connectors().missingVariables(workspace.environment()));
        missing.addAll(settings.templates().missingVariables(workspace.environment()));
        missing.addAll(settings.rectification().missingVariables(workspace.environment()));
        missing.addAll(settings.digests().missingVariables(workspace.environment()));
        missing.addAll(settings.anchors().missingVariables(workspace.environment()));
        print(text("check.sound", settings.connectors().all().size()));
        settings.connectors().all().stream()
                .filter(connector -> connector.notice().isEmpty())
                .forEach(connector -> print(text("check.no-notice", connector.file())));
        if (!missing.isEmpty()) {
            print(text("check.variables"));
            missing.forEach(line -> print("  " + line));
        }
        return ExitCode.DONE;
    }
}
