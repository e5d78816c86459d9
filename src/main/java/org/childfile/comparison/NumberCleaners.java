package org.childfile.comparison;

import org.jspecify.annotations.Nullable;

/** Cleaners of numbers. */
final class NumberCleaners {

    private NumberCleaners() {}

    static Catalogue<Cleaner> all() {
        return new Catalogue<Cleaner>().plain("digits", NumberCleaners::digits);
    }

    /** The digits alone, in half width; null where there is none or all are zeros. */
    private static @Nullable String digits(String cell) {
        StringBuilder out = new StringBuilder(cell.length());
        boolean zerosOnly = true;
        for (int i = 0; i < cell.length(); i++) {
            int digit = Character.digit(cell.charAt(i), 10);
            if (digit >= 0) {
                out.append((char) ('0' + digit));
                zerosOnly &= digit == 0;
            }
        }
        return zerosOnly ? null : out.toString();
    }
}
