package org.childfile.comparison;

import java.util.List;
import java.util.function.Function;

/** Keys of dates in the form yyyy-MM-dd; none of a value that is no date. */
final class DateDerivations {

    private DateDerivations() {}

    static Catalogue<Derivation> all() {
        return new Catalogue<Derivation>()
                .plain("year", key(day -> digits(day.year(), 4)))
                .plain("month", key(day -> digits(day.month(), 2)));
    }

    private static Derivation key(Function<Day, String> making) {
        return value -> {
            Day day = Day.of(value);
            return day.known() ? List.of(making.apply(day)) : List.of();
        };
    }

    private static String digits(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
