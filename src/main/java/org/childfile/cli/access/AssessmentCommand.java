package org.childfile.cli.access;

import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code childfile assessment open|note|close|list|show}: the record of impact assessments, and when they are to be looked at again. */
@Command(
        name = "assessment",
        subcommands = {
            AssessmentOpenCommand.class,
            AssessmentNoteCommand.class,
            AssessmentCloseCommand.class,
            AssessmentListCommand.class,
            AssessmentShowCommand.class
        })
public final class AssessmentCommand extends CommandBase {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    AssessmentCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), text("error.no-command"));
    }
}
