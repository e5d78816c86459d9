package org.childfile.ingest.mapping;

import java.util.Set;
import org.childfile.kernel.CitizenIdReading.Fault;

/**
 * Why a value is in doubt, as stable codes, and what may still be made of it. A value in doubt never wins over a sound one and
 * is never a key; some are no value at all.
 */
public final class Doubts {

    /** A character of a name is not known. */
    public static final String LOST_CHARACTER = "LOST_CHARACTER";
    /** The text stands for a name that is not known. */
    public static final String PLACEHOLDER = "PLACEHOLDER";
    /** A date of which only the month is known: {@code 2015-03}. */
    public static final String MONTH_ALONE = "MONTH_ALONE";
    /** A date of birth after the day of the run. */
    public static final String NOT_BORN_YET = "NOT_BORN_YET";
    /** A date of birth that makes a grown-up of a child. */
    public static final String GROWN_UP = "GROWN_UP";

    /** The values that still agree with others by more than chance: a digit, or a character, is wrong or not known. */
    private static final Set<String> TELLING = Set.of(
            Fault.CHECK.name(), Fault.DATE.name(), Fault.DIVISION.name(), Fault.CHARACTER.name(), LOST_CHARACTER);

    /** The values that cannot be: what is left of a number, a day that is yet to come. */
    private static final Set<String> IMPOSSIBLE =
            Set.of(Fault.EATEN_BY_SPREADSHEET.name(), Fault.CUT.name(), Fault.LENGTH.name(), NOT_BORN_YET);

    private Doubts() {}

    /** Whether a value may still be compared with others, as one in doubt. */
    static boolean telling(Object doubt) {
        return TELLING.contains(String.valueOf(doubt));
    }

    /** Whether a value may stand in a file where no record gives a sound one. */
    static boolean possible(Object doubt) {
        return !IMPOSSIBLE.contains(String.valueOf(doubt));
    }
}
