package org.childfile.files.digitalfile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What one value must be. */
sealed interface Check {

    /** The end of the calendar, for terms. */
    LocalDate LAST = LocalDate.of(9999, 12, 30);

    boolean passes(Object value, LocalDate day);

    /** The first later day on which the same value may pass where it does not, or the other way round; empty if never. */
    default Optional<LocalDate> turns(Object value, LocalDate day) {
        return Optional.empty();
    }

    /** The first of some days that is later than a day. */
    private static Optional<LocalDate> first(LocalDate day, Stream<LocalDate> turns) {
        return turns.filter(day::isBefore).min(Comparator.naturalOrder());
    }

    /** A date and some time after it; none where the time is negative, as without a lower limit, or beyond the calendar. */
    private static Stream<LocalDate> after(LocalDate date, long time, ChronoUnit unit) {
        return time < 0 || time > unit.between(date, LAST) ? Stream.empty() : Stream.of(date.plus(time, unit));
    }

    /** One of some texts; a flag is {@code true} or {@code false}. */
    record OneOf(Set<String> texts) implements Check {
        public OneOf {
            texts = Set.copyOf(texts);
        }

        @Override
        public boolean passes(Object value, LocalDate day) {
            return texts.contains(value.toString());
        }
    }

    /** An ICD-10 code in one of some ranges. */
    record Diagnosis(List<Icd10Range> ranges) implements Check {
        public Diagnosis {
            ranges = List.copyOf(ranges);
        }

        @Override
        public boolean passes(Object value, LocalDate day) {
            return ranges.stream().anyMatch(range -> range.holds(value.toString()));
        }
    }

    /** A number within limits; a text that is none passes never. */
    record Within(int least, int most) implements Check {
        @Override
        public boolean passes(Object value, LocalDate day) {
            String text = value.toString().strip();
            if (!text.matches("-?[0-9]{1,9}|-?[0-9]{1,9}\\.[0-9]{1,9}")) {
                return false;
            }
            double number = Double.parseDouble(text);
            return number >= least && number <= most;
        }
    }

    /** A date that lies so many whole years back, counted from the day after its anniversary, as courts do. */
    record Years(int least, int most) implements Check {
        @Override
        public boolean passes(Object value, LocalDate day) {
            if (!(value instanceof LocalDate date)) {
                return false;
            }
            int years = day.getYear() - date.getYear();
            int whole = date.plusYears(years).isBefore(day) ? years : years - 1;
            return Math.max(0, whole) >= least && whole <= most;
        }

        @Override
        public Optional<LocalDate> turns(Object value, LocalDate day) {
            return value instanceof LocalDate date
                    ? first(
                            day,
                            Stream.concat(
                                            after(date, least, ChronoUnit.YEARS),
                                            after(date, most + 1L, ChronoUnit.YEARS))
                                    .map(anniversary -> anniversary.plusDays(1)))
                    : Optional.empty();
        }
    }

    /** A date that lies so many days back; one that is still to come lies a negative number back. */
    record Days(int least, int most) implements Check {
        @Override
        public boolean passes(Object value, LocalDate day) {
            if (!(value instanceof LocalDate date)) {
                return false;
            }
            long days = ChronoUnit.DAYS.between(date, day);
            return days >= least && days <= most;
        }

        @Override
        public Optional<LocalDate> turns(Object value, LocalDate day) {
            return value instanceof LocalDate date
                    ? first(
                            day,
                            Stream.concat(after(date, least, ChronoUnit.DAYS), after(date, most + 1L, ChronoUnit.DAYS)))
                    : Optional.empty();
        }
    }

    /** How many values there are: of a list any number, else one or none. */
    record Count(int least, int most) implements Check {

        static final Count PRESENT = new Count(1, Integer.MAX_VALUE);
        static final Count ABSENT = new Count(0, 0);

        @Override
        public boolean passes(Object value, LocalDate day) {
            return true;
        }

        boolean passes(int size) {
            return size >= least && size <= most;
        }
    }
}
