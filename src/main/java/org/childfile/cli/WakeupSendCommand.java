package org.childfile.cli;

import org.childfile.wakeup.Wakeups;
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
