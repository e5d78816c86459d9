package org.childfile.cli.care;

import java.sql.SQLException;
import org.childfile.care.help.Wakeups;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile wakeup close}: ends a call; what was not sent is not sent any more. */
@Command(name = "close")
final class WakeupCloseCommand extends WakeupWork {

    @Parameters(paramLabel = "ID", descriptionKey = "wakeup.id")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "option.reason")
    private String reason = "";

    WakeupCloseCommand(Shell shell) {
        super(shell);
    }

    @Override
    String doing() {
        return "close";
    }

    @Override
    int work(Warehouse warehouse, Wakeups wakeups) throws SQLException {
        if (reason.isBlank()) {
            throw WrongUse.of("wrong.close-reason");
        }
        needSeen(warehouse, id);
        if (!wakeups.close(id, actor(), reason)) {
            throw noSuch(id);
        }
        print(text("wakeup.closed", id));
        return ExitCode.DONE;
    }
}
