package org.childfile.linkage;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How far two dates of birth agree. */
enum BirthAgreement {
    EXACT,
    /** As one mistake makes it: day and month swapped, one part off, 1 January for unknown, the lunar date for the solar. */
    ONE_MISTAKE,
    UNKNOWN,
    DIFFERENT;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Map<LocalDate, Integer> LUNAR = new ConcurrentHashMap<>();

    static BirthAgreement of(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null || b == null) {
            return UNKNOWN;
        }
        if (a.equals(b)) {
            return EXACT;
        }
        return oneMistake(a, b) ? ONE_MISTAKE : DIFFERENT;
    }

    private static boolean oneMistake(LocalDate a, LocalDate b) {
        boolean sameYear = a.getYear() == b.getYear();
        boolean sameMonth = a.getMonthValue() == b.getMonthValue();
        boolean sameDay = a.getDayOfMonth() == b.getDayOfMonth();
        boolean swapped = sameYear && a.getMonthValue() == b.getDayOfMonth() && a.getDayOfMonth() == b.getMonthValue();
        boolean unknown = sameYear && (a.getDayOfYear() == 1 || b.getDayOfYear() == 1);
        boolean onePart = (sameYear && (sameMonth || sameDay))
                || (sameMonth && sameDay && Math.abs(a.getYear() - b.getYear()) <= 1);
        return swapped || unknown || onePart || lunarOf(a, b) || lunarOf(b, a);
    }

    /** Whether the second is what the first reads in the lunar calendar, written as if it were a solar date. */
    private static boolean lunarOf(LocalDate solar, LocalDate written) {
        long days = solar.toEpochDay() - written.toEpochDay();
        return days >= 15
                && days <= 60
                && LUNAR.computeIfAbsent(solar, BirthAgreement::lunarMonthAndDay)
                        == written.getMonthValue() * 100 + written.getDayOfMonth();
    }

    private static int lunarMonthAndDay(LocalDate solar) {
        ChineseCalendar calendar = new ChineseCalendar();
        calendar.setTimeZone(TimeZone.getTimeZone(ZONE.getId()));
        calendar.setTime(Date.from(solar.atTime(12, 0).atZone(ZONE).toInstant()));
        return (calendar.get(Calendar.MONTH) + 1) * 100 + calendar.get(Calendar.DAY_OF_MONTH);
    }
}
