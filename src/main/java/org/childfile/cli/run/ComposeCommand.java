package org.childfile.cli.run;

import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code childfile compose}: what docker-compose.yml needs and must not have a default. */
@Command(
        name = "compose",
        subcommands = {ComposeInitCommand.class})
public final class ComposeCommand extends CommandBase {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ComposeCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), text("error.no-command"));
    }
}
