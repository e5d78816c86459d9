package org.childfile.linkage.comparison;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.util.Date;
import org.childfile.kernel.CityTime;

/**
 * A date and what the lunar calendar calls it: 19 February 2015 is the first day of the first month of 2015.
 *
 * @param written the date as eight digits; 0 where the text is no date
 * @param lunar year, month and day of the lunar calendar as eight digits, a leap month like the one before it; 0 for a
 *     date that does not exist
 */
record LunarDay(int written, int lunar) {
    /** Lunar months that may still belong to the lunar year that began in the solar year before. */
    private static final int LATE_MONTH = 10;

    static LunarDay of(String value) {
        Day day = Day.of(value);
        return new LunarDay(day.digits(), day.exists() ? lunar(LocalDate.ofEpochDay(day.epochDay())) : 0);
    }

    /** Whether one was written by the lunar calendar as if it were the solar one. */
    static boolean sameDay(LunarDay one, LunarDay other) {
        return (one.lunar != 0 && one.lunar == other.written) || (other.lunar != 0 && other.lunar == one.written);
    }

    private static int lunar(LocalDate solar) {
        ChineseCalendar calendar = new ChineseCalendar();
        calendar.setTimeZone(TimeZone.getTimeZone(CityTime.ZONE.getId()));
        calendar.setTime(Date.from(solar.atTime(12, 0).atZone(CityTime.ZONE).toInstant()));
        int month = calendar.get(Calendar.MONTH) + 1;
        boolean yearBefore = month >= LATE_MONTH && solar.getMonthValue() <= 2;
        int year = solar.getYear() - (yearBefore ? 1 : 0);
        return (year * 100 + month) * 100 + calendar.get(Calendar.DAY_OF_MONTH);
    }
}
