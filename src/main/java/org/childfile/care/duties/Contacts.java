package org.childfile.care.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.childfile.kernel.CityTime;
import org.jspecify.annotations.Nullable;

/** The care records of one pair, in the order of time; compact, for a year of a city has millions of them. */
final class Contacts {
    static final Contacts NONE = new Contacts();

    private static final int KIND_BITS = 3;

    /** Microseconds of the epoch, and in the last bits the kind. */
    private long[] entries = new long[8];

    private int size;
    private boolean sorted = true;

    void add(DutyKind kind, Instant at) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        entries[size++] = ChronoUnit.MICROS.between(Instant.EPOCH, at) << KIND_BITS | kind.number();
        sorted = size == 1 || (sorted && entries[size - 2] <= entries[size - 1]);
    }

    /** The first and the last contact of a kind within some days; null where there is none. */
    @Nullable
    Found find(DutyKind kind, LocalDate from, LocalDate to) {
        sort();
        long begin = micros(from);
        long end = micros(to.plusDays(1));
        Long first = null;
        Long last = null;
        for (int i = firstFrom(begin << KIND_BITS); i < size && entries[i] >> KIND_BITS < end; i++) {
            if ((entries[i] & (1 << KIND_BITS) - 1) == kind.number()) {
                first = first == null ? entries[i] : first;
                last = entries[i];
            }
        }
        return first == null || last == null ? null : new Found(at(first), at(last));
    }

    record Found(Instant first, Instant last) {}

    /** The last contact of any kind until a day; null where there is none. */
    @Nullable
    Instant lastUntil(LocalDate day) {
        sort();
        int behind = firstFrom(micros(day.plusDays(1)) << KIND_BITS);
        return behind == 0 ? null : at(entries[behind - 1]);
    }

    /** Whether there are contacts dated after a day. */
    boolean anyAfter(LocalDate day) {
        sort();
        return size > 0 && entries[size - 1] >> KIND_BITS >= micros(day.plusDays(1));
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(entries, 0, size);
            sorted = true;
        }
    }

    private int firstFrom(long entry) {
        int found = Arrays.binarySearch(entries, 0, size, entry);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && entries[found - 1] == entry) {
            found--;
        }
        return found;
    }

    private static Instant at(long entry) {
        return Instant.EPOCH.plus(entry >> KIND_BITS, ChronoUnit.MICROS);
    }

    private static long micros(LocalDate day) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH, day.atStartOfDay(CityTime.ZONE).toInstant());
    }
}
