package org.childfile.linkage.comparison;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childfile.kernel.CitizenIdReader;
import org.childfile.kernel.CitizenIdReading;
import org.childfile.kernel.LooseDate;
import org.jspecify.annotations.Nullable;

/**
 * Cleaners of dates; all give yyyy-MM-dd, and null for what programs write where nothing is known (1900-01-01,
 * 9999-12-31).
 */
final class DateCleaners {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})([-./ ]?)([0-9]{1,2})\\2([0-9]{1,2})(?:[T ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})([-./ ]?)([0-9]{1,2})\\2([0-9]{4})(?: .*)?");
    private static final Set<String> NOT_KNOWN =
            Set.of("1111-11-11", "1899-12-30", "1899-12-31", "1900-01-00", "1900-01-01", "2999-12-31", "9999-12-31");

    private DateCleaners() {}

    static Catalogue<Cleaner> all() {
        return new Catalogue<Cleaner>()
                .plain("date", cell -> known(possible(cell)))
                .plain("birth", cell -> known(birth(cell)))
                .plain("date-as-written", cell -> known(asWritten(cell)))
                .plain("date-dmy", cell -> known(yearLast(cell, 1, 3)))
                .plain("date-mdy", cell -> known(yearLast(cell, 3, 1)));
    }

    private static @Nullable String known(Optional<String> date) {
        return date.filter(text -> !NOT_KNOWN.contains(text)).orElse(null);
    }

    /** Any form that {@link LooseDate} reads; empty for a date that cannot be and for anything else. */
    private static Optional<String> possible(String cell) {
        return LooseDate.parse(cell).map(Object::toString);
    }

    /** A date as {@link #possible} reads it, or the date of birth in a valid citizen id number. */
    private static Optional<String> birth(String cell) {
        return CitizenIdReader.read(cell) instanceof CitizenIdReading.Valid valid
                ? Optional.of(valid.id().birthDate().toString())
                : possible(cell);
    }

    /** As {@link #possible}, but what only looks like a date stays (1908-13-09): it still is one slip from the true one. */
    private static Optional<String> asWritten(String cell) {
        Optional<String> possible = possible(cell);
        if (possible.isPresent()) {
            return possible;
        }
        Matcher parts = YEAR_FIRST.matcher(Folding.blanks(cell));
        return parts.matches() && !parts.group(1).equals("0000")
                ? Optional.of(date(parts.group(1), parts.group(3), parts.group(4)))
                : Optional.empty();
    }

    /** A date with its year at the end, or else any form that {@link LooseDate} reads; empty where it cannot be. */
    private static Optional<String> yearLast(String cell, int day, int month) {
        Matcher parts = YEAR_LAST.matcher(Folding.blanks(cell));
        if (!parts.matches()) {
            return possible(cell);
        }
        String date = date(parts.group(4), parts.group(month), parts.group(day));
        return Day.of(date).exists() ? Optional.of(date) : possible(cell);
    }

    private static String date(String year, String month, String day) {
        return year + "-" + "0".repeat(2 - month.length()) + month + "-" + "0".repeat(2 - day.length()) + day;
    }
}
