package org.childfile.cli.terminal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.childfile.kernel.CityTime;
import org.jspecify.annotations.Nullable;

/** A moment as a user writes it: a day, which is taken to its end; a day and a time of Asia/Shanghai; or one with an offset. */
public final class Moment {

    private Moment() {}

    /** Null for what was not said. */
    static @Nullable public Instant parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String written = text.strip().replace(' ', 'T');
        try {
            if (written.length() <= 10) {
                return LocalDate.parse(written)
                        .plusDays(1)
                        .atStartOfDay(CityTime.ZONE)
                        .toInstant()
                        .minus(1, ChronoUnit.MICROS);
            }
            boolean offset = written.endsWith("Z") || written.lastIndexOf('+') > 0 || written.lastIndexOf('-') > 10;
            return offset
                    ? OffsetDateTime.parse(written).toInstant()
                    : LocalDateTime.parse(written).atZone(CityTime.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw WrongUse.of("wrong.moment", text);
        }
    }
}
