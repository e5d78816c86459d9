package org.childfile.kernel;

/** What a department wrote where a citizen id number belongs: a valid number, or the text and what is wrong with it. */
public sealed interface CitizenIdReading {

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
    record Invalid(String asGiven, Fault fault) implements CitizenIdReading {}

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
        EATEN_BY_SPREADSHEET
    }
}
