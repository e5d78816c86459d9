package org.childfile.care.duties;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How time is cut into periods, without gap or overlap. */
enum Cadence {
    /** ISO 8601 weeks, Monday to Sunday. */
    WEEK {
        @Override
        Span around(LocalDate day) {
            return Span.of(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), 7);
        }
    },
    /** Two ISO weeks, counted from Monday, 1 January 2024. */
    TWO_WEEKS {
        @Override
        Span around(LocalDate day) {
            long since = Math.floorDiv(ChronoUnit.DAYS.between(A_MONDAY, day), 14L);
            return Span.of(A_MONDAY.plusDays(14 * since), 14);
        }
    },
    /** The days 1 to 15 of a month, and the others. */
    HALF_MONTH {
        @Override
        Span around(LocalDate day) {
            return day.getDayOfMonth() <= HALF
                    ? new Span(day.withDayOfMonth(1), day.withDayOfMonth(HALF))
                    : new Span(day.withDayOfMonth(HALF + 1), day.with(TemporalAdjusters.lastDayOfMonth()));
        }
    },
    MONTH {
        @Override
        Span around(LocalDate day) {
            return months(day.withDayOfMonth(1), 1);
        }
    },
    QUARTER {
        @Override
        Span around(LocalDate day) {
            return months(day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3), 3);
        }
    },
    /** School terms: from 16 February to 15 August, and from 16 August to 15 February. */
    TERM {
        @Override
        Span around(LocalDate day) {
            LocalDate begun = day.minusDays(HALF);
            // Half a month earlier, the terms begin with February and August.
            int monthsIn = (begun.getMonthValue() + 4) % 6;
            return months(begun.minusMonths(monthsIn).withDayOfMonth(HALF + 1), 6);
        }
    },
    YEAR {
        @Override
        Span around(LocalDate day) {
            return months(day.withDayOfYear(1), 12);
        }
    };

    private static final LocalDate A_MONDAY = LocalDate.of(2024, 1, 1);
    private static final int HALF = 15;

    /** The period that a day lies in. */
    abstract Span around(LocalDate day);

    private static Span months(LocalDate first, int months) {
        return new Span(first, first.plusMonths(months).minusDays(1));
    }
}
