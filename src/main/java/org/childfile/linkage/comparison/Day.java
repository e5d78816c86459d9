package org.childfile.linkage.comparison;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A date of the form yyyy-MM-dd as numbers; one that no calendar holds (1908-13-09) has parts but no place in time.
 *
 * @param year 0 where the text is no date at all
 * @param epochDay the days since 1970; {@link #NOWHERE} for a date that does not exist
 */
record Day(int year, int month, int day, long epochDay) {

    static final long NOWHERE = Long.MIN_VALUE;
    static final Day NONE = new Day(0, 0, 0, NOWHERE);

    private static final int LENGTH = 10;

    static Day of(String value) {
        if (value.length() != LENGTH || value.charAt(4) != '-' || value.charAt(7) != '-') {
            return NONE;
        }
        int year = number(value, 0, 4);
        int month = number(value, 5, 7);
        int day = number(value, 8, LENGTH);
        if (year <= 0 || month < 0 || day < 0) {
            return NONE;
        }
        try {
            return new Day(year, month, day, LocalDate.of(year, month, day).toEpochDay());
        } catch (DateTimeException e) {
            return new Day(year, month, day, NOWHERE);
        }
    }

    boolean known() {
        return year != 0;
    }

    boolean exists() {
        return epochDay != NOWHERE;
    }

    /** The date as a number of eight digits. */
    int digits() {
        return (year * 100 + month) * 100 + day;
    }

    boolean firstOfJanuary() {
        return month == 1 && day == 1;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
