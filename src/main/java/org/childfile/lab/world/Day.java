package org.childfile.lab.world;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Days as the number {@code yyyyMMdd}, because departments also write days that no calendar has; and stamps. */
public final class Day {

    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);

    private Day() {}

    public static int of(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    public static LocalDate date(int day) {
        return LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
    }

    public static String basic(int day) {
        return Digits.pad(day, 8);
    }

    public static String iso(int day) {
        return joined(day, '-');
    }

    public static String iso(LocalDate date) {
        return iso(of(date));
    }

    public static String joined(int day, char mark) {
        return Digits.pad(day / 10_000, 4) + mark + Digits.pad(day / 100 % 100, 2) + mark + Digits.pad(day % 100, 2);
    }

    public static String shortIso(int day) {
        return day / 10_000 + "-" + day / 100 % 100 + "-" + day % 100;
    }

    public static String chinese(int day) {
        return day / 10_000 + "年" + day / 100 % 100 + "月" + day % 100 + "日";
    }

    public static String excelSerial(int day) {
        return Long.toString(ChronoUnit.DAYS.between(EXCEL_ZERO, date(day)));
    }

    /** {@code yyyy-MM-dd HH:mm:ss}. */
    public static String stamp(LocalDateTime at) {
        return iso(at.toLocalDate()) + ' ' + clock(at, ":");
    }

    /** {@code yyyyMMddHHmmss}. */
    public static String basicStamp(LocalDateTime at) {
        return basic(of(at.toLocalDate())) + clock(at, "");
    }

    /** RFC 3339 with the offset of Shanghai. */
    public static String offsetStamp(LocalDateTime at) {
        return iso(at.toLocalDate()) + 'T' + clock(at, ":") + "+08:00";
    }

    private static String clock(LocalDateTime at, String mark) {
        return Digits.pad(at.getHour(), 2)
                + mark
                + Digits.pad(at.getMinute(), 2)
                + mark
                + Digits.pad(at.getSecond(), 2);
    }
}
