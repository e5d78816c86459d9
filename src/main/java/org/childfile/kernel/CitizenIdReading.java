package org.childfile.kernel;

/** What a department wrote where a citizen id number belongs: a valid number, or the text and what is wrong with it. */
public sealed interface CitizenIdReading {

    /** The digits of division and date of birth. */
    int LEAST_BEGUN = 14;

    /**
     * A number that holds.
     *
     * @param upgraded whether it was given in its form of 15 digits
     */
    record Valid(CitizenId id, boolean upgraded) implements CitizenIdReading {}

    /**
     * A number that may be kept and shown but is never a key.
     *
     * @param asGiven the text without blanks, quotes and hyphens, in half width; empty where nothing was given
     */
    record Invalid(String asGiven, Fault fault) implements CitizenIdReading {

        /** Whether it is digits alone, at least those of division and date of birth, and fewer than there must be. */
        boolean begun() {
            int length = asGiven.length();
            return length >= LEAST_BEGUN && length < 18 && asGiven.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }

    /** The first thing that is wrong, looked for in this order: form, division, date of birth, check character. */
    enum Fault {
        /** Neither 18 nor 15 characters, or nothing at all. */
        LENGTH,
        /** A character that no id number holds in that place. */
        CHARACTER,
        /** The check character does not fit: a digit is wrong, or two are swapped. */
        CHECK,
        /** No such day between 1850 and 2099. */
        DATE,
        /** No such province, or within Chongqing neither a district nor a county. */
        DIVISION,
        /** A spreadsheet took it for a quantity: {@code 5.00112E+17}, or its last three digits became zeros. */
        EATEN_BY_SPREADSHEET,
        /** The first 15 digits of a number of 18: the digits where a form of 15 has its date hold a year that it never had. */
        CUT
    }

    /** What a text is worth as a number. */
    enum Quality {
        /** It names one person. */
        SOUND,
        /** A character is wrong, or two are swapped; the others still tell something. */
        CHECK_FAILED,
        /** A spreadsheet ate its last digits: many persons share what is left. */
        DIGITS_LOST,
        /** Its end is missing: many persons share what is left. */
        CUT,
        /** No number. */
        IMPOSSIBLE
    }

    /** What the text is worth. */
    default Quality quality() {
        return switch (this) {
            case Valid ignored -> Quality.SOUND;
            case Invalid invalid ->
                switch (invalid.fault()) {
                    case CHECK, DATE, DIVISION, CHARACTER -> Quality.CHECK_FAILED;
                    case EATEN_BY_SPREADSHEET -> Quality.DIGITS_LOST;
                    case CUT -> Quality.CUT;
                    case LENGTH -> invalid.begun() ? Quality.CUT : Quality.IMPOSSIBLE;
                };
        };
    }
}
