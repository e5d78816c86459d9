package org.childfile.cli.access;

import java.sql.SQLException;
import java.util.List;
import org.childfile.access.rights.LoginStore;
import org.childfile.access.rights.LoginStore.Listed;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.settings.Section;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code childfile login revoke}: takes a login back and ends its sessions. */
@Command(name = "revoke")
final class LoginRevokeCommand extends CommandBase {

    @Parameters(paramLabel = "NAME", descriptionKey = "login.name")
    private String name = "";

    LoginRevokeCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws SQLException {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            List<String> logins = new LoginStore(warehouse.service())
                    .list().stream()
                            .map(Listed::given)
                            .map(LoginStore.Given::login)
                            .toList();
            if (!logins.contains(name)) {
                throw new WrongUse(text("login.unknown", name, Section.hint(name, logins)));
            }
            CliDoor.operator(warehouse, Warehouse.OPERATIONS).record("login-revoke", List.of(), List.of(), name);
            new LoginStore(warehouse.logins().owner().dataSource()).revoke(name);
            say(text("login.revoked", name));
            return ExitCode.DONE;
        }
    }
}
