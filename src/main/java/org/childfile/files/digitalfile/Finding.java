package org.childfile.files.digitalfile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person found at the door of a hidden child. It outranks the rule.
 *
 * @param number from 1
 * @param childId whom it is about, under the id of now
 * @param rule code of the kind of difficulty
 * @param reason null once the child was forgotten
 * @param undone null while it is in force
 */
public record Finding(
        long number,
        String childId,
        String rule,
        Result result,
        LocalDate foundOn,
        @Nullable String reason,
        String actor,
        Instant at,
        @Nullable Undone undone) {

    /** That a finding was taken back. */
    public record Undone(String actor, Instant at, String reason) {}

    /** What was found. */
    public enum Result {
        /** It is so. */
        CONFIRMED,
        /** It is not so: the child is no hidden one, as long as the evidence says nothing else. */
        NOT_SO,
        /** Somebody knows of the child already. */
        KNOWN;

        /** As commands and tables write it. */
        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Empty for a word that is none. */
        public static Optional<Result> of(String written) {
            return Arrays.stream(values())
                    .filter(result -> result.written().equals(written))
                    .findFirst();
        }
    }
}
