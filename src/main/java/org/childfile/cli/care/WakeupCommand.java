package org.childfile.cli.care;

import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code childfile wakeup}: calls for help. */
@Command(
        name = "wakeup",
        subcommands = {
            WakeupCallCommand.class,
            WakeupListCommand.class,
            WakeupShowCommand.class,
            WakeupConfirmCommand.class,
            WakeupSendCommand.class,
            WakeupFollowCommand.class,
            WakeupCloseCommand.class
        })
public final class WakeupCommand extends CommandBase {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    WakeupCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), text("error.no-command"));
    }
}
