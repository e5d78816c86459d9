package org.childfile.cli.care;

import java.sql.SQLException;
import org.childfile.care.help.Wakeups;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code childfile wakeup confirm}: lets the drafts of a call be sent, and sends them. */
@Command(name = "confirm")
final class WakeupConfirmCommand extends WakeupWork {

    @Parameters(paramLabel = "ID", descriptionKey = "wakeup.id")
    private String id = "";

    WakeupConfirmCommand(Shell shell) {
        super(shell);
    }

    @Override
    String doing() {
        return "confirm";
    }

    @Override
    int work(Warehouse warehouse, Wakeups wakeups) throws SQLException {
        needSeen(warehouse, id);
        int confirmed = wakeups.confirm(id, actor());
        if (confirmed == 0) {
            throw WrongUse.of("wrong.nothing-to-confirm", id);
        }
        print(text("wakeup.confirmed", confirmed, wakeups.sendNow(id)));
        return ExitCode.DONE;
    }
}
