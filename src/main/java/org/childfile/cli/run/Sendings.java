package org.childfile.cli.run;

import java.time.LocalDate;
import org.childfile.care.help.Wakeups;
import org.childfile.care.rectification.Rectification;

/** What went to departments after a night, what they were asked about, and what went wrong. */
public record Sendings(int sent, int followed, int failed) {

    /** Sends all that waits and asks about all that has not ended, and waits for every answer. */
    public static Sendings all(Wakeups wakeups, Rectification rectification, LocalDate day) {
        Wakeups.Round followed = wakeups.follow(day);
        Wakeups.Round sent = wakeups.send();
        Rectification.Round told = rectification.all(day);
        return new Sendings(
                sent.sent() + told.sent(),
                followed.followed() + told.followed(),
                sent.failed() + followed.failed() + told.failed());
    }
}
