package org.childfile.cli.access;

import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code childfile breach open|note|close|list|show}: the log of breaches of personal information, and what must be done by when. */
@Command(
        name = "breach",
        subcommands = {
            BreachOpenCommand.class,
            BreachNoteCommand.class,
            BreachCloseCommand.class,
            BreachListCommand.class,
            BreachShowCommand.class
        })
public final class BreachCommand extends CommandBase {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    BreachCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), text("error.no-command"));
    }
}
