package org.childfile.cli;

import java.time.LocalDate;
import org.childfile.rectification.Rectification;
import org.childfile.wakeup.Wakeups;

/** What went to departments after a night, what they were asked about, and what went wrong. */
record Sendings(int sent, int followed, int failed) {

    /** Sends all that waits and asks about all that has not ended, and waits for every answer. */
    static Sendings all(Wakeups wakeups, Rectification rectification, LocalDate day) {
        Wakeups.Round followed = wakeups.follow(day);
        Wakeups.Round sent = wakeups.send();
        Rectification.Round told = rectification.all(day);
        return new Sendings(
                sent.sent() + told.sent(),
                followed.followed() + told.followed(),
                sent.failed() + followed.failed() + told.failed());
    }
}
