package org.childfile.comparison;

/** Relations of dates in the form yyyy-MM-dd; a value that is no date stands in none of them. */
final class DateRelations {

    private static final int MOST_DAYS = 36_600;

    private DateRelations() {}

    static Catalogue<Relation<?>> all() {
        return new Catalogue<Relation<?>>().counted("within-days", 0, MOST_DAYS, DateRelations::withinDays);
    }

    private static Relation<?> withinDays(int most) {
        return new Agreement<>(
                "within-days " + most,
                Day::of,
                (one, other) -> one.exists() && other.exists() && Math.abs(one.epochDay() - other.epochDay()) <= most);
    }
}
