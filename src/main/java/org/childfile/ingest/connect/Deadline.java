package org.childfile.ingest.connect;

import java.time.Duration;
import java.util.Locale;
import org.childfile.ingest.connector.PullFailed;

/** Until when a pull must have all its answers, counted from its beginning; not a time of day, which clocks may set back. */
final class Deadline {

    private final Duration allowed;
    private final long end;

    private Deadline(Duration allowed) {
        this.allowed = allowed;
        this.end = System.nanoTime() + allowed.toNanos();
    }

    static Deadline in(Duration allowed) {
        return new Deadline(allowed);
    }

    long nanosLeft() {
        return Math.max(0, end - System.nanoTime());
    }

    PullFailed passed() {
        return new PullFailed(
                PullFailed.Reason.TOO_SLOW,
                "the pull took longer than limits.deadline allows: "
                        + allowed.toString().substring(2).toLowerCase(Locale.ROOT) + "; it was given up");
    }
}
