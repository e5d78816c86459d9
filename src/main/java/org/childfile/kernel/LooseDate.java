package org.childfile.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Reads a date in any form that a department writes; a date that cannot be is empty, never an exception.
 *
 * <p>Days: {@code 2015-03-07}, {@code 20150307}, {@code 2015-3-7}, {@code 2015.03.07}, {@code 2015/3/7}, {@code
 * 2015年3月7日}, full width, with a time behind a blank or {@code T}, with an offset (then the day is the one in
 * Asia/Shanghai), or the serial number of a spreadsheet (1900 system, 20000–80000). Years 1000–9999.
 */
public final class LooseDate {

    private LooseDate() {}

    /** The day; empty for {@code 2015-02-30}, for a month alone and for anything else. */
    public static Optional<LocalDate> parse(String raw) {
        DateText text = new DateText(raw);
        return text.readDay() ? Optional.of(text.day()) : Optional.empty();
    }

    /** The month: {@code 201509}, {@code 2015-09}, {@code 2015年9月}, or the month of a day. */
    public static Optional<YearMonth> parseMonth(String raw) {
        DateText text = new DateText(raw);
        return text.readMonth()
                ? Optional.of(YearMonth.of(text.year(), text.month()))
                : parse(raw).map(YearMonth::from);
    }

    /**
     * The instant: RFC 3339 with its offset; {@code 2026-11-22 01:02:03}, with {@code T} or as 14 digits, in
     * Asia/Shanghai; a day alone is its start in Asia/Shanghai.
     */
    public static Optional<Instant> parseInstant(String raw) {
        DateText text = new DateText(raw);
        return text.readDay() ? Optional.of(text.instant()) : Optional.empty();
    }
}
