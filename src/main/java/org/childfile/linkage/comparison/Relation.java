package org.childfile.linkage.comparison;

import java.util.function.Function;

/**
 * Whether two cleaned values stand in some relation. Symmetric; stateless, and so safe for any number of threads.
 *
 * <p>A feature is computed once for each distinct value and holds all that the question needs; the question itself is
 * asked once for each distinct pair of values and allocates nothing.
 *
 * @param <F> what is kept of a value
 */
public interface Relation<F> {

    /** The relation as a model writes it, such as {@code jaro-winkler 0.92}; finding it by this gives the same again. */
    String written();

    /**
     * Makes what is kept of a value. A value that the relation cannot read gives a feature that stands in it with nothing.
     * Relations whose readings are the same object keep the same of a value.
     */
    Function<String, F> reading();

    /** What is kept of a value. */
    default F feature(String value) {
        return reading().apply(value);
    }

    boolean holds(F one, F other);
}
