package org.childfile.cli.care;

import org.childfile.care.help.Wakeups;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import picocli.CommandLine.Command;

/** {@code childfile wakeup send}: sends what waits, whenever it was to be tried next. */
@Command(name = "send")
final class WakeupSendCommand extends WakeupWork {

    WakeupSendCommand(Shell shell) {
        super(shell);
    }

    @Override
    String doing() {
        return "send";
    }

    @Override
    int work(Warehouse warehouse, Wakeups wakeups) {
        return tell(wakeups.send());
    }
}
