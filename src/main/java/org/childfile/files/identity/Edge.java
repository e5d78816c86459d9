package org.childfile.files.identity;

import org.jspecify.annotations.Nullable;

/**
 * Two records that are probably, or perhaps, one person.
 *
 * @param a the smaller record number
 * @param weight bits above even odds; of two different valid id numbers that of all else
 * @param bar why the rules do not join the two whatever they weigh, and a person is asked; null where they may
 */
record Edge(long a, long b, double weight, Question.@Nullable Reason bar) {
    Edge {
        if (a >= b) {
            throw new IllegalArgumentException("an edge names the smaller record first: " + a + ", " + b);
        }
    }

    /** An edge that may join. */
    Edge(long a, long b, double weight) {
        this(a, b, weight, null);
    }

    /** An edge as it stands in tables. */
    static Edge of(long a, long b, double weight, @Nullable String bar) {
        return new Edge(a, b, weight, bar == null ? null : Question.Reason.of(bar));
    }

    /** The bar as it stands in tables. */
    @Nullable
    String barWritten() {
        return bar == null ? null : bar.written();
    }

    boolean barred() {
        return bar != null;
    }
}
