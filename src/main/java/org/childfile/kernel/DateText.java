package org.childfile.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text of one date apart, from left to right, without backing up: a day, then perhaps a time, then perhaps an
 * offset. One object reads one text.
 */
final class DateText {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int FIRST_SERIAL = 20_000;
    private static final int LAST_SERIAL = 80_000;
    private static final int[] MONTH_LENGTHS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int NO_OFFSET = Integer.MIN_VALUE;

    private final String text;
    private final int end;
    private int at;
    private int year;
    private int month;
    private int day;
    private long nanoOfDay = -1;
    private int offsetSeconds = NO_OFFSET;

    DateText(String raw) {
        text = raw;
        int last = raw.length();
        while (last > 0 && skippable(raw.charAt(last - 1))) {
            last--;
        }
        end = last;
        while (at < end && skippable(raw.charAt(at))) {
            at++;
        }
    }

    static boolean exists(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= MONTH_LENGTHS[month - 1]
                && (day != 29 || month != 2 || leap(year));
    }

    /** Whether the whole text is a day with or without a time. */
    boolean readDay() {
        int run = run();
        boolean day = switch (run) {
            case 4 -> separatedDay();
            case 5 -> serialDay();
            case 8 -> compactDay();
            case 12, 14, 17 -> compactDay() && compactTime(run - 8);
            default -> false;
        };
        return day && exists(year, this.month, this.day) && behindDay();
    }

    private boolean behindDay() {
        if (at == end) {
            return true;
        }
        boolean offsetNext = nanoOfDay >= 0 || peek() == '+' || peek() == 'Z';
        return offsetNext ? offset() : time();
    }

    /** Whether the whole text is a month: {@code yyyyMM}, or year and month with something between. */
    boolean readMonth() {
        int run = run();
        if (run == 6) {
            year = digits(4);
            month = digits(2);
        } else if (run == 4) {
            year = digits(4);
            boolean han = peek() == '年';
            if (!separator()) {
                return false;
            }
            month = shortNumber();
            if (han && peek() == '月') {
                at++;
            }
        } else {
            return false;
        }
        return at == end && year >= 1000 && month >= 1 && month <= 12;
    }

    int year() {
        return year;
    }

    int month() {
        return month;
    }

    /** The day in Asia/Shanghai. */
    LocalDate day() {
        return offsetSeconds == NO_OFFSET || nanoOfDay < 0
                ? LocalDate.of(year, month, day)
                : instant().atZone(SHANGHAI).toLocalDate();
    }

    /** The instant; a text without an offset is Asia/Shanghai, one without a time the start of that day. */
    Instant instant() {
        LocalDate date = LocalDate.of(year, month, day);
        if (nanoOfDay < 0) {
            return date.atStartOfDay(SHANGHAI).toInstant();
        }
        LocalDateTime local = LocalDateTime.of(date, LocalTime.ofNanoOfDay(nanoOfDay));
        return offsetSeconds == NO_OFFSET
                ? local.atZone(SHANGHAI).toInstant()
                : local.toInstant(ZoneOffset.ofTotalSeconds(offsetSeconds));
    }

    private boolean separatedDay() {
        year = digits(4);
        boolean han = peek() == '年';
        if (!separator()) {
            return false;
        }
        month = shortNumber();
        skipBlanks();
        if (han ? peek() != '月' : peek() == '年' || peek() == '月') {
            return false;
        }
        if (!separator()) {
            return false;
        }
        day = shortNumber();
        if (han) {
            int before = at;
            skipBlanks();
            if (peek() == '日' || peek() == '号') {
                at++;
            } else {
                at = before;
            }
        }
        return year >= 1000;
    }

    private boolean compactDay() {
        year = digits(4);
        month = digits(2);
        day = digits(2);
        return year >= 1000;
    }

    private boolean serialDay() {
        int serial = digits(5);
        if (serial < FIRST_SERIAL || serial > LAST_SERIAL) {
            return false;
        }
        LocalDate date = SERIAL_ZERO.plusDays(serial);
        year = date.getYear();
        month = date.getMonthValue();
        day = date.getDayOfMonth();
        if (at < end && peek() == '.') {
            at++;
            long nanos = fraction();
            // A spreadsheet counts in parts of a day; whole seconds are all that anyone typed.
            nanoOfDay = nanos < 0 ? -1 : Math.min(86_399, Math.round(nanos / 1e9 * 86_400)) * 1_000_000_000L;
        }
        return at == end;
    }

    private boolean time() {
        char first = peek();
        if (first == 'T' || first == 't') {
            at++;
        } else if (Characters.blankOrInvisible(first)) {
            skipBlanks();
        } else {
            return false;
        }
        int run = run();
        if (run == 6 || run == 4) {
            return compactTime(run) && ending();
        }
        int hour = shortNumber();
        if (peek() != ':') {
            return false;
        }
        at++;
        int minute = run() == 2 ? digits(2) : -1;
        int second = 0;
        if (peek() == ':') {
            at++;
            second = run() == 2 ? digits(2) : -1;
        }
        return setTime(hour, minute, second, 0) && ending();
    }

    private boolean ending() {
        if (peek() == '.' || peek() == ',') {
            at++;
            long nanos = fraction();
            if (nanos < 0) {
                return false;
            }
            nanoOfDay += nanos;
        }
        return at == end || offset();
    }

    private boolean compactTime(int length) {
        int hour = digits(2);
        int minute = digits(2);
        int second = length >= 6 ? digits(2) : 0;
        int millis = length == 9 ? digits(3) : 0;
        return setTime(hour, minute, second, millis);
    }

    private boolean setTime(int hour, int minute, int second, int millis) {
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return false;
        }
        nanoOfDay = ((hour * 60L + minute) * 60 + second) * 1_000_000_000L + millis * 1_000_000L;
        return true;
    }

    private boolean offset() {
        skipBlanks();
        char sign = peek();
        at++;
        if (sign == 'Z' || sign == 'z') {
            offsetSeconds = 0;
            return at == end;
        }
        boolean behindTime = nanoOfDay >= 0;
        if (sign != '+' && !(behindTime && Characters.dash(sign))) {
            return false;
        }
        int run = run();
        int hours = run == 2 || run == 4 ? digits(2) : -1;
        if (run == 2 && peek() == ':') {
            at++;
        }
        int minutes = at < end && run() == 2 ? digits(2) : 0;
        if (hours < 0 || hours > 17 || minutes > 59) {
            return false;
        }
        offsetSeconds = (sign == '+' ? 1 : -1) * (hours * 3600 + minutes * 60);
        return at == end;
    }

    /** Nanoseconds of a decimal fraction; -1 where there is no digit. */
    private long fraction() {
        int run = run();
        long nanos = 0;
        for (int i = 0; i < 9; i++) {
            nanos = nanos * 10 + (i < run ? peekDigit(at + i) : 0);
        }
        at += run;
        return run == 0 ? -1 : nanos;
    }

    private boolean separator() {
        skipBlanks();
        char c = peek();
        boolean fits = Characters.dash(c) || c == '.' || c == '/' || c == '年' || c == '月';
        if (fits) {
            at++;
            skipBlanks();
        }
        return fits;
    }

    private int shortNumber() {
        int run = run();
        return run == 1 || run == 2 ? digits(run) : -1;
    }

    private int run() {
        int i = at;
        while (i < end && Characters.digit(Characters.narrow(text.charAt(i)))) {
            i++;
        }
        return i - at;
    }

    private int digits(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number * 10 + peekDigit(at++);
        }
        return number;
    }

    private int peekDigit(int i) {
        return Characters.narrow(text.charAt(i)) - '0';
    }

    private char peek() {
        return at < end ? Characters.narrow(text.charAt(at)) : '\0';
    }

    private void skipBlanks() {
        while (at < end && Characters.blankOrInvisible(text.charAt(at))) {
            at++;
        }
    }

    private static boolean skippable(char c) {
        return Characters.blankOrInvisible(c) || Characters.quote(c);
    }

    private static boolean leap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    static @Nullable DateText day(String raw) {
        DateText text = new DateText(raw);
        return text.readDay() ? text : null;
    }
}
