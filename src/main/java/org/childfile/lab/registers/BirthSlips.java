package org.childfile.lab.registers;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Date;
import org.childfile.kernel.CityTime;
import org.childfile.lab.world.Day;
import org.childfile.lab.world.Mistake;
import org.childfile.lab.world.Rng;

/** Writes a date of birth down, as {@code yyyyMMdd}. */
final class BirthSlips {

    private BirthSlips() {}

    static int write(Rng rng, Slips slips, LocalDate born) {
        int day = Day.of(born);
        int year = day / 10_000 * 10_000;
        if (slips.happens(rng, Mistake.DATE_IMPOSSIBLE)) {
            return year + 230;
        }
        if (slips.happens(rng, Mistake.BIRTH_FIRST_OF_JANUARY)) {
            return year + 101;
        }
        if (slips.happens(rng, Mistake.BIRTH_YEAR_OFF)) {
            return existing(day - 10_000, day);
        }
        if (born.getDayOfMonth() <= 12
                && born.getDayOfMonth() != born.getMonthValue()
                && slips.happens(rng, Mistake.BIRTH_DAY_AND_MONTH)) {
            return year + born.getDayOfMonth() * 100 + born.getMonthValue();
        }
        return slips.happens(rng, Mistake.BIRTH_LUNAR) ? lunar(born) : day;
    }

    /** The lunar date written as if it were a solar one. */
    private static int lunar(LocalDate born) {
        ChineseCalendar calendar = new ChineseCalendar(TimeZone.getTimeZone(CityTime.ZONE.getId()), ULocale.CHINA);
        calendar.setTime(Date.from(born.atTime(12, 0).atZone(CityTime.ZONE).toInstant()));
        int month = calendar.get(ChineseCalendar.MONTH) + 1;
        int year = month > born.getMonthValue() ? born.getYear() - 1 : born.getYear();
        return existing(year * 10_000 + month * 100 + calendar.get(ChineseCalendar.DAY_OF_MONTH), Day.of(born));
    }

    private static int existing(int day, int otherwise) {
        try {
            Day.date(day);
            return day;
        } catch (DateTimeException noSuchDay) {
            return otherwise;
        }
    }
}
