package org.childfile.cli.access;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.childfile.access.rights.LoginStore;
import org.childfile.access.rights.LoginStore.Listed;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Warehouse;
import picocli.CommandLine.Command;

/** {@code childfile login list}: who may ask with SQL, for what, of whom and until when. */
@Command(name = "list")
final class LoginListCommand extends CommandBase {

    LoginListCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws SQLException {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            List<Listed> logins = new LoginStore(warehouse.service()).list();
            CliDoor.operator(warehouse, Warehouse.OPERATIONS)
                    .record("login-list", List.of(), List.of(), Integer.toString(logins.size()));
            if (logins.isEmpty()) {
                print(text("none"));
                return ExitCode.DONE;
            }
            TextTable table = new TextTable(
                    text("column.login"),
                    text("column.role"),
                    text("column.purpose"),
                    text("column.division"),
                    text("column.children") + ">",
                    text("column.until"),
                    text("column.state"),
                    text("column.sessions") + ">");
            logins.forEach(login -> table.row(
                    login.given().login(),
                    login.given().role(),
                    String.join(" ", login.given().purposes()),
                    divisions(login),
                    Integer.toString(login.given().children().size()),
                    login.given().until().map(LocalDate::toString).orElse(text("login.no-end")),
                    text("login.state." + login.state().written()),
                    Integer.toString(login.sessions())));
            table.lines().forEach(this::print);
            return ExitCode.DONE;
        }
    }

    private String divisions(Listed login) {
        return login.given().divisions().stream()
                .map(code -> code.isEmpty() ? text("login.everywhere") : code)
                .collect(Collectors.joining(" "));
    }
}
