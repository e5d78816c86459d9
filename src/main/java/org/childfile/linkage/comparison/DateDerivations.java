package org.childfile.linkage.comparison;

import java.util.List;
import java.util.function.Function;

/** Keys of dates in the form yyyy-MM-dd; none of a value that is no date. */
final class DateDerivations {

    private DateDerivations() {}

    static Catalogue<Derivation> all() {
        return new Catalogue<Derivation>()
                .plain("year", keys(day -> List.of(year(day.year()))))
                .plain("month", keys(day -> List.of(two(day.month()))))
                .plain("day", keys(day -> List.of(two(day.day()))))
                .plain("year-month", keys(day -> List.of(year(day.year()) + "-" + two(day.month()))))
                .plain("month-day", keys(day -> List.of(two(day.month()) + "-" + two(day.day()))))
                .plain("day-month-free", keys(day -> List.of(dayAndMonthInAnyOrder(day))))
                .plain("year-near", keys(day -> List.of(year(day.year()), year(day.year() + 1))));
    }

    private static Derivation keys(Function<Day, List<String>> making) {
        return value -> {
            Day day = Day.of(value);
            return day.known() ? making.apply(day) : List.of();
        };
    }

    /** The same key for 7 March and 3 July of one year. */
    private static String dayAndMonthInAnyOrder(Day day) {
        int less = Math.min(day.month(), day.day());
        return year(day.year()) + "-" + two(less) + "-" + two(day.month() + day.day() - less);
    }

    private static String year(int year) {
        return Integer.toString(10_000 + year).substring(1);
    }

    private static String two(int number) {
        return Integer.toString(100 + number).substring(1);
    }
}
