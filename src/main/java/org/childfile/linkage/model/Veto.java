package org.childfile.linkage.model;

import java.io.Serializable;

/** What keeps two rows apart whatever else they share; only a person's verdict outranks it. */
public sealed interface Veto extends Serializable {

    /** Why the pair stays apart. */
    String written();

    /**
     * Two rows, or two clusters, with values of a field of which none is the same.
     *
     * @param askIf where a pair meets all of it, one of the two values may be wrong and a person is asked; empty for never
     */
    record Differ(String field, Comparison.Pattern askIf) implements Veto {
        @Override
        public String written() {
            return "another " + field;
        }
    }

    /** A pair whose comparisons are all at certain levels. */
    record Met(Comparison.Pattern all, String called) implements Veto {
        @Override
        public String written() {
            return called.isEmpty() ? all.written() : called;
        }
    }
}
