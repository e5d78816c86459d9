package org.childfile.care.help;

import java.util.Locale;

/** How an application stands. */
public enum State {
    DRAFTED,
    /** By a person, or by its template, which asks for none. */
    CONFIRMED,
    /** The department has it, and has not said that it took it. */
    SENT,
    RECEIVED,
    IN_HAND,
    /** The department wants to know more. */
    ASKED_BACK,
    DONE,
    REFUSED,
    OVERDUE,
    /** Its call was closed before the department had it. */
    CANCELLED;

    /** As it stands in tables. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }

    public boolean ended() {
        return this == DONE || this == REFUSED || this == CANCELLED;
    }

    /** Whether the department has it. */
    public boolean sent() {
        return compareTo(SENT) >= 0 && this != OVERDUE && this != CANCELLED;
    }
}
