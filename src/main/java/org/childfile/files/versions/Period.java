package org.childfile.files.versions;

import java.time.LocalDate;
import org.childfile.files.merge.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What a file says on each day of a span.
 *
 * @param from the first day
 * @param to the day after the last one; null where no end is known
 */
record Period(LocalDate from, @Nullable LocalDate to, Profile profile) {

    boolean spans(Period other) {
        return from.equals(other.from) && java.util.Objects.equals(to, other.to);
    }
}
