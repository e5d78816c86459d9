package org.childfile.care.duties;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pairing that is, was or will be in force, as far as duties depend on it.
 *
 * @param until the last day; null: no end is known
 * @param teacher whether the child has a class teacher
 * @param district six digits, by which the rhythm goes; empty where none is known
 */
record Pair(String pairingId, LocalDate since, @Nullable LocalDate until, boolean teacher, String district) {

    /** Whether it is in force on at least half of the days of a period; without an end it counts to the period's. */
    boolean owes(Span period) {
        return 2 * period.daysWithin(since, until == null ? period.last() : until) >= period.days();
    }
}
