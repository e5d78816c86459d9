package org.childfile.linkage.comparison;

import java.util.function.BiPredicate;
import java.util.function.Function;

/** A relation put together of two functions. */
record ComposedRelation<F>(String written, Function<String, F> reading, BiPredicate<F, F> agreeing)
        implements Relation<F> {

    /** Values that have the same key; an empty key is like none. */
    static ComposedRelation<String> ofKeys(String written, Function<String, String> key) {
        return new ComposedRelation<>(written, key, (one, other) -> !one.isEmpty() && one.equals(other));
    }

    /** A measure as it is written: without a point where it is whole. */
    static String with(String name, double measure) {
        boolean whole = measure == Math.rint(measure) && measure < 1e9;
        return name + " " + (whole ? Long.toString((long) measure) : Double.toString(measure));
    }

    @Override
    public boolean holds(F one, F other) {
        return agreeing.test(one, other);
    }
}
