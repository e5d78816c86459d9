package org.childfile.cli.run;

import java.text.ParseException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** When a schedule is due next. */
public final class NextTime {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    private NextTime() {}

    /**
     * The first moment after another, in that one's zone; empty for a cron that never comes again or is none.
     *
     * @param zone in which the cron is meant
     */
    public static Optional<ZonedDateTime> after(ZonedDateTime moment, String cron, ZoneId zone) {
        try {
            CronExpression expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(zone));
            return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(moment.toInstant())))
                    .map(next -> next.toInstant().atZone(moment.getZone()));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** Month, day, hour and minute. */
    public static String written(ZonedDateTime time) {
        return WRITTEN.format(time);
    }

    /** How far a moment's zone is from UTC: {@code +08:00}. */
    public static String offset(ZonedDateTime time) {
        return OFFSET.format(time);
    }
}
