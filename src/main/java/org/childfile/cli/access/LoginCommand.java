package org.childfile.cli.access;

import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code childfile login grant|revoke|list}: who may ask the database with SQL. */
@Command(
        name = "login",
        subcommands = {LoginGrantCommand.class, LoginRevokeCommand.class, LoginListCommand.class})
public final class LoginCommand extends CommandBase {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    LoginCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), text("error.no-command"));
    }
}
