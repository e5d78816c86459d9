package org.childfile.linkage.model;

import java.io.Serializable;

/** What the rules leave to a person, whatever a pair weighs. */
public sealed interface ReviewRules extends Serializable {

    /** Why a person is asked. */
    String called();

    /**
     * A pair whose comparisons are all at certain levels is not joined by itself; where its weight would join it, a person is
     * asked.
     *
     * @param groups whether two groups are not joined either across which such a pair stands
     */
    record Met(Comparison.Pattern all, boolean groups, String called) implements ReviewRules {}

    /**
     * Two rows that share a value of a field and that the rules keep apart, whatever they weigh: one of them is wrong. Rules may
     * join them.
     *
     * @param where a field of which at least one of the two has a value
     */
    record Shared(String field, String where, String called) implements ReviewRules {}
}
