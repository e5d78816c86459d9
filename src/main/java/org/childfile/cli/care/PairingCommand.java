package org.childfile.cli.care;

import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code childfile pairing}: the pairs of caring mothers and children, and what persons decide about them. */
@Command(
        name = "pairing",
        subcommands = {
            PairingListCommand.class,
            PairingShowCommand.class,
            PairingOpenCommand.class,
            PairingChecksCommand.class,
            PairingProposeCommand.class,
            PairingConfirmCommand.class,
            PairingRejectCommand.class,
            PairingEndCommand.class,
            PairingAddCommand.class,
            PairingQuestionsCommand.class,
            PairingResolveCommand.class
        })
public final class PairingCommand extends CommandBase {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    PairingCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), text("error.no-command"));
    }
}
