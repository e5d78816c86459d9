package org.childfile.files.identity;

import java.time.Instant;
import java.util.Locale;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of two records. It outranks every rule and holds until a person undoes it.
 *
 * @param number grows with time: of two verdicts the smaller is the older
 * @param a the smaller key; the record may be absent today
 * @param changed when a record last came with something else after it was said; null where both are as they were, or it is not asked
 * @param undone null while the verdict is in force
 */
public record Verdict(
        long number,
        Kind kind,
        SourceKey a,
        SourceKey b,
        String actor,
        Instant at,
        String reason,
        @Nullable Instant changed,
        @Nullable Undone undone) {

    /** What can be said of two records. */
    public enum Kind {
        /** They are one person. */
        SAME,
        /** They are two persons. */
        DIFFERENT;

        /** As it stands in tables and on the command line. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who took a verdict back, when and why. */
    public record Undone(String actor, Instant at, String reason) {}

    public Verdict {
        if (a.compareTo(b) >= 0) {
            throw new IllegalArgumentException("a verdict names two records, the smaller key first");
        }
    }
}
