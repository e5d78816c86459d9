package org.childfile.cli.access;

import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code childfile approval list|grant|refuse}: what a second person says to answers that are too large for one alone. */
@Command(
        name = "approval",
        subcommands = {ApprovalListCommand.class, ApprovalGrantCommand.class, ApprovalRefuseCommand.class})
public final class ApprovalCommand extends CommandBase {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ApprovalCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), text("error.no-command"));
    }
}
