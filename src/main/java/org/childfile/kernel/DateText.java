package org.childfile.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Takes the text of one date apart without backing up: a day, then perhaps a time, then perhaps an offset. One object
 * reads one text, once.
 */
final class DateText {

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int FIRST_SERIAL = 20_000;
    private static final int LAST_SERIAL = 80_000;
    private static final int FIRST_YEAR = 1000;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int[] MONTH_LENGTHS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final TextCursor cursor;
    private int year;
    private int month;
    private int day;
    private boolean timed;
    private long nanoOfDay;
    private boolean placed;
    private int offsetSeconds;

    DateText(String raw) {
        cursor = new TextCursor(raw);
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
        int run = cursor.run();
        boolean read = switch (run) {
            case 4 -> separatedDay();
            case 5 -> serialDay();
            case 8 -> compactDay();
            case 12, 14, 17 -> compactDay() && compactTime(run - 8);
            default -> false;
        };
        return read && year >= FIRST_YEAR && exists(year, month, day) && behindDay();
    }

    /** Whether the whole text is a month: {@code yyyyMM}, or year and month with something between. */
    boolean readMonth() {
        int run = cursor.run();
        if (run != 6 && run != 4) {
            return false;
        }
        year = cursor.digits(4);
        if (run == 6) {
            month = cursor.digits(2);
        } else {
            cursor.skipBlanks();
            boolean han = cursor.peek() == '年';
            month = separator() ? cursor.shortNumber() : -1;
            if (han) {
                cursor.skipBlanks();
                cursor.skip('月');
            }
        }
        return cursor.atEnd() && year >= FIRST_YEAR && month >= 1 && month <= 12;
    }

    int year() {
        return year;
    }

    int month() {
        return month;
    }

    /** The day in Asia/Shanghai. */
    LocalDate day() {
        return timed && placed ? instant().atZone(CityTime.ZONE).toLocalDate() : LocalDate.of(year, month, day);
    }

    /** The instant; a text without an offset is Asia/Shanghai, one without a time the start of that day. */
    Instant instant() {
        LocalDate date = LocalDate.of(year, month, day);
        if (!timed) {
            return date.atStartOfDay(CityTime.ZONE).toInstant();
        }
        LocalDateTime local = LocalDateTime.of(date, LocalTime.ofNanoOfDay(nanoOfDay));
        return placed
                ? local.toInstant(ZoneOffset.ofTotalSeconds(offsetSeconds))
                : local.atZone(CityTime.ZONE).toInstant();
    }

    private boolean separatedDay() {
        year = cursor.digits(4);
        cursor.skipBlanks();
        boolean han = cursor.peek() == '年';
        if (!separator()) {
            return false;
        }
        month = cursor.shortNumber();
        cursor.skipBlanks();
        if (han != (cursor.peek() == '月') || !separator()) {
            return false;
        }
        day = cursor.shortNumber();
        return !han || dayEnds();
    }

    /** Reads 日, 号 or nothing: 2015年3月7 日, and also a time right behind 2015年3月7. */
    private boolean dayEnds() {
        boolean apart = Characters.blank(cursor.peek());
        cursor.skipBlanks();
        boolean named = cursor.skip('日') || cursor.skip('号');
        return named || cursor.atEnd() || (apart && clock());
    }

    private boolean compactDay() {
        year = cursor.digits(4);
        month = cursor.digits(2);
        day = cursor.digits(2);
        return true;
    }

    private boolean serialDay() {
        int serial = cursor.digits(5);
        if (serial < FIRST_SERIAL || serial > LAST_SERIAL) {
            return false;
        }
        LocalDate date = SERIAL_ZERO.plusDays(serial);
        year = date.getYear();
        month = date.getMonthValue();
        day = date.getDayOfMonth();
        if (cursor.skip('.')) {
            // A spreadsheet counts in parts of a day; whole seconds are all that anyone typed.
            long seconds = Math.round(cursor.billionths() / 1e9 * SECONDS_A_DAY);
            timed = seconds > 0;
            nanoOfDay = Math.min(SECONDS_A_DAY - 1, seconds) * 1_000_000_000L;
        }
        return cursor.atEnd();
    }

    private boolean behindDay() {
        if (cursor.atEnd()) {
            return true;
        }
        char next = cursor.peek();
        if (timed || next == '+' || next == 'Z') {
            return offset();
        }
        if (next == 'T' || next == 't') {
            cursor.step();
        } else if (Characters.blankOrInvisible(next)) {
            cursor.skipBlanks();
        } else {
            return false;
        }
        return clock() && (cursor.atEnd() || offset());
    }

    private boolean clock() {
        int run = cursor.run();
        if (run == 6 || run == 4) {
            return compactTime(run) && fraction();
        }
        int hour = cursor.shortNumber();
        int minute = cursor.skip(':') ? cursor.exactly(2) : -1;
        int second = cursor.skip(':') ? cursor.exactly(2) : 0;
        return setTime(hour, minute, second, 0) && fraction();
    }

    private boolean compactTime(int length) {
        int hour = cursor.digits(2);
        int minute = cursor.digits(2);
        int second = length >= 6 ? cursor.digits(2) : 0;
        int millis = length == 9 ? cursor.digits(3) : 0;
        return setTime(hour, minute, second, millis);
    }

    private boolean setTime(int hour, int minute, int second, int millis) {
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return false;
        }
        timed = true;
        nanoOfDay = ((hour * 60L + minute) * 60 + second) * 1_000_000_000L + millis * 1_000_000L;
        return true;
    }

    private boolean fraction() {
        if (!cursor.skip('.') && !cursor.skip(',')) {
            return true;
        }
        long nanos = cursor.billionths();
        nanoOfDay += nanos;
        return nanos >= 0;
    }

    private boolean offset() {
        cursor.skipBlanks();
        placed = true;
        if (cursor.skip('Z') || cursor.skip('z')) {
            return cursor.atEnd();
        }
        char sign = cursor.peek();
        if (sign != '+' && !(timed && Characters.dash(sign))) {
            return false;
        }
        cursor.step();
        int run = cursor.run();
        int hours = run == 2 || run == 4 ? cursor.digits(2) : -1;
        int minutes = cursor.skip(':') || run == 4 ? cursor.exactly(2) : 0;
        if (hours < 0 || hours > 17 || minutes < 0 || minutes > 59) {
            return false;
        }
        offsetSeconds = (sign == '+' ? 1 : -1) * (hours * 3600 + minutes * 60);
        return cursor.atEnd();
    }

    private boolean separator() {
        char c = cursor.peek();
        boolean fits = Characters.dash(c) || c == '.' || c == '/' || c == '年' || c == '月';
        if (fits) {
            cursor.step();
            cursor.skipBlanks();
        }
        return fits;
    }

    private static boolean leap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}
