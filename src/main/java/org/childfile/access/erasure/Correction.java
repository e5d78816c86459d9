package org.childfile.access.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.childfile.kernel.CityTime;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * What a person proved to be true of somebody, against what the feeds say.
 *
 * @param number from 1
 * @param personId whom it was said of; the person may live on under another id
 * @param value String, Boolean, Integer or {@code List<String>}; null once the person was forgotten
 * @param proof what was seen; null once the person was forgotten
 * @param since the day from which it holds; empty where it always did, as far as is known
 */
public record Correction(
        long number,
        String personId,
        String attribute,
        @Nullable Object value,
        @Nullable String proof,
        Optional<LocalDate> since,
        String actor,
        Instant at,
        State state) {

    /** The name under which corrections stand beside the feeds. */
    public static final String FEED = "corrections";

    /** How a correction stands. */
    public enum State {
        /** It outranks the feeds. */
        IN_FORCE,
        /** The feeds came to say the same, and speak for themselves again. */
        SETTLED,
        UNDONE,
        /** The person was forgotten. */
        ERASED
    }

    /** It as a source: the feed {@link #FEED} and its number. */
    public SourceKey source() {
        return new SourceKey(FEED, String.valueOf(number));
    }

    /** The moment for which it speaks. */
    public Instant observedAt() {
        return since.map(day -> day.atStartOfDay(CityTime.ZONE).toInstant()).orElse(at);
    }
}
