package org.childfile.linkage.comparison;

import java.util.function.BiPredicate;
import java.util.function.Function;

/** Relations of dates in the form yyyy-MM-dd; a value that is no date stands in none of them. */
final class DateRelations {

    private static final int MOST_DAYS = 36_600;
    private static final int MOST_YEARS = 100;
    private static final Function<String, Day> READING = Day::of;

    private DateRelations() {}

    static Catalogue<Relation<?>> all() {
        return new Catalogue<Relation<?>>()
                .plain("day-month-swapped", days("day-month-swapped", DateRelations::swapped))
                .plain("one-part", days("one-part", DateRelations::onePart))
                .plain("same-year", days("same-year", (one, other) -> one.year() == other.year()))
                .plain("same-year-month", days("same-year-month", DateRelations::sameYearAndMonth))
                .plain("same-month-day", days("same-month-day", DateRelations::sameMonthAndDay))
                .plain("first-of-january", days("first-of-january", DateRelations::firstOfJanuary))
                .plain("lunar", new ComposedRelation<>("lunar", LunarDay::of, LunarDay::sameDay))
                .counted("within-days", 0, MOST_DAYS, DateRelations::withinDays)
                .counted("within-years", 0, MOST_YEARS, DateRelations::withinYears);
    }

    private static Relation<Day> days(String written, BiPredicate<Day, Day> agreeing) {
        return new ComposedRelation<>(
                written, READING, (one, other) -> one.known() && other.known() && agreeing.test(one, other));
    }

    /** The day of the one is the month of the other and the other way round; not where both are the same number. */
    private static boolean swapped(Day one, Day other) {
        return one.year() == other.year()
                && one.month() == other.day()
                && one.day() == other.month()
                && one.month() != one.day();
    }

    /** The year is one off, or another month, or another day; the two other parts are the same. */
    private static boolean onePart(Day one, Day other) {
        boolean year = one.year() == other.year();
        boolean month = one.month() == other.month();
        boolean day = one.day() == other.day();
        return year ? month != day : month && day && Math.abs(one.year() - other.year()) == 1;
    }

    private static boolean sameYearAndMonth(Day one, Day other) {
        return one.year() == other.year() && one.month() == other.month();
    }

    private static boolean sameMonthAndDay(Day one, Day other) {
        return one.month() == other.month() && one.day() == other.day();
    }

    /** One of them is what is written where only the year is known. */
    private static boolean firstOfJanuary(Day one, Day other) {
        return one.year() == other.year() && (one.firstOfJanuary() || other.firstOfJanuary());
    }

    private static Relation<?> withinDays(int most) {
        return days(
                "within-days " + most,
                (one, other) -> one.exists() && other.exists() && Math.abs(one.epochDay() - other.epochDay()) <= most);
    }

    /** Not more than so many years to the day. */
    private static Relation<?> withinYears(int most) {
        return days("within-years " + most, (one, other) -> Math.abs(one.digits() - other.digits()) <= most * 10_000);
    }
}
