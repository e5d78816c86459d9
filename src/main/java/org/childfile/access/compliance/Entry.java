package org.childfile.access.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said of a matter.
 *
 * @param act {@code open}, {@code note} or {@code close}
 * @param step what was done by it; empty where it is a mere note
 * @param under14 how many persons under 14 are concerned as of now; null where it says nothing new; {@code others} the same
 * @param risk {@code low}, {@code medium} or {@code high}: what risk is left; null where it says nothing new
 * @param texts by what they tell: {@code what}, {@code data}, {@code harm}, {@code measures}, {@code scope}, {@code reason}
 */
public record Entry(
        int number,
        Instant at,
        String actor,
        String act,
        Optional<String> step,
        @Nullable Integer under14,
        @Nullable Integer others,
        @Nullable String risk,
        Map<String, String> texts) {

    public Entry {
        texts = Map.copyOf(texts);
    }

    /** What a person says; its number and moment follow. */
    public record Said(
            String actor,
            Optional<String> step,
            @Nullable Integer under14,
            @Nullable Integer others,
            @Nullable String risk,
            @Nullable LocalDate reviewDue,
            Map<String, String> texts) {
        public Said {
            texts = Map.copyOf(texts);
        }
    }
}
