package org.childfile.care.duties;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A period of days, the first and the last one included. */
record Span(LocalDate first, LocalDate last) {

    Span {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a period ends on " + last + ", before it begins on " + first);
        }
    }

    static Span of(LocalDate first, int days) {
        return new Span(first, first.plusDays(days - 1L));
    }

    long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** How many of its days lie from one day to another, both included. */
    long daysWithin(LocalDate since, LocalDate until) {
        LocalDate from = since.isAfter(first) ? since : first;
        LocalDate to = until.isBefore(last) ? until : last;
        return Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The shortest period that holds both. */
    Span with(Span other) {
        return new Span(
                other.first.isBefore(first) ? other.first : first, other.last.isAfter(last) ? other.last : last);
    }
}
