package org.childfile.comparison;

import java.time.LocalDate;
import org.childfile.kernel.LooseDate;
import org.jspecify.annotations.Nullable;

/** Cleaners of dates. */
final class DateCleaners {

    private DateCleaners() {}

    static Catalogue<Cleaner> all() {
        return new Catalogue<Cleaner>().plain("date", DateCleaners::date);
    }

    /** Any form that {@link LooseDate} reads, as yyyy-MM-dd; null for a date that cannot be and for anything else. */
    private static @Nullable String date(String cell) {
        return LooseDate.parse(cell).map(LocalDate::toString).orElse(null);
    }
}
