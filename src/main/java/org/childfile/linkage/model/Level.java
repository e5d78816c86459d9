package org.childfile.linkage.model;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One degree of agreement.
 *
 * @param is relations of which any may hold; {@code else} alone for the last, which takes every pair that is left
 * @param of the field of the one row
 * @param with the field of the other row; the same field, or another, and then either way round
 * @param both whether it must hold both ways round, as of two fields that changed places
 * @param label how the model's other parts and every explanation call it
 * @param terms whether the weight follows how rare the shared value is
 * @param odds null where they are yet to be learned
 */
public record Level(
        List<String> is,
        String of,
        String with,
        boolean both,
        String label,
        boolean named,
        boolean terms,
        @Nullable Odds odds)
        implements Serializable {

    static final String ELSE = "else";
    public static final String MISSING = "missing";

    /** How an explanation calls no evidence where too many rows hold the value. */
    public static final String COMMON = "common";

    public Level {
        is = List.copyOf(is);
    }

    public boolean isElse() {
        return is.equals(List.of(ELSE));
    }

    public Level learned(Odds learned) {
        return new Level(is, of, with, both, label, named, terms, learned);
    }

    /**
     * How often the level is met.
     *
     * @param m among pairs of one person
     * @param u among pairs of two persons
     */
    public record Odds(double m, double u) implements Serializable {

        /** What meeting the level is worth, in bits. */
        public double bits() {
            return Math.log(m / u) / Math.log(2);
        }
    }
}
