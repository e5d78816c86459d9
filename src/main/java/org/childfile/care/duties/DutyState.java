package org.childfile.care.duties;

import java.util.Locale;

/** How an owed duty stands. */
enum DutyState {
    /** Its period runs, or its days of grace. */
    DUE,
    DONE,
    /** She was there, and nobody was at home. */
    ATTEMPTED,
    /** It could not be done: the child was in hospital or away. */
    EXCUSED,
    /** Its period and the days of grace behind it have ended without it. */
    OVERDUE;

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
