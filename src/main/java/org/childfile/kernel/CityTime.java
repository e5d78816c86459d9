package org.childfile.kernel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time of the city: days of files, of runs and of people begin by it. */
public final class CityTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private CityTime() {}

    /** The day that it is by a clock. */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }
}
