package org.childfile.cli.access;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.kernel.CityTime;
import org.childfile.security.Revocations;
import picocli.CommandLine.Command;

/** {@code childfile token revoked}: which tokens were taken back, by whom, and why; the last first. */
@Command(name = "revoked")
final class TokenRevokedCommand extends CommandBase {

    private static final int LATEST = 100;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CityTime.ZONE);

    TokenRevokedCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            TextTable table = new TextTable(
                    text("column.at"),
                    text("column.token"),
                    text("column.subject"),
                    text("column.actor"),
                    text("column.reason"));
            for (Revocations.Revoked each : new Revocations(warehouse.service(), Clock.systemUTC()).latest(LATEST)) {
                table.row(
                        MINUTE.format(each.at()),
                        each.tokenId() == null ? "–" : each.tokenId(),
                        each.subject() == null ? "–" : each.subject(),
                        each.actor(),
                        each.reason());
            }
            CliDoor.operator(warehouse, Warehouse.OPERATIONS).note("token", "listed those taken back");
            if (table.isEmpty()) {
                print(text("none"));
            } else {
                table.lines(TextTable.LINE).forEach(this::print);
            }
        }
        return ExitCode.DONE;
    }
}
