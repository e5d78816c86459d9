package org.childfile.cli.care;

import java.time.LocalDate;
import org.childfile.care.help.Wakeups;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile wakeup follow}: asks the departments how their applications stand. */
@Command(name = "follow")
final class WakeupFollowCommand extends WakeupWork {

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "wakeup.date")
    private @Nullable LocalDate date;

    WakeupFollowCommand(Shell shell) {
        super(shell);
    }

    @Override
    String doing() {
        return "follow";
    }

    @Override
    int work(Warehouse warehouse, Wakeups wakeups) {
        return tell(wakeups.follow(date == null ? today() : date));
    }
}
