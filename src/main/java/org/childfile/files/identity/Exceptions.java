package org.childfile.files.identity;

import java.util.Set;

/**
 * The rows that are not joined by every edge.
 *
 * @param contested joined by none, as it may be another's
 * @param crowd joined by shared numbers alone
 * @param apart joined by none, as there are too many of it
 */
record Exceptions(Set<Integer> contested, Set<Integer> crowd, Set<Integer> apart) {

    static final Exceptions NONE = new Exceptions(Set.of(), Set.of(), Set.of());

    boolean contested(Link link) {
        return either(contested, link);
    }

    /** Whether one of the two is left apart, as there are too many of it. */
    boolean apart(Link link) {
        return either(apart, link);
    }

    boolean crowded(Link link) {
        return either(crowd, link) || apart(link);
    }

    /**
     * Whether an edge does not join.
     *
     * @param sharing whether the two share a number
     */
    boolean bars(Link link, boolean sharing) {
        return contested(link) || apart(link) || (either(crowd, link) && !sharing);
    }

    private static boolean either(Set<Integer> rows, Link link) {
        return rows.contains(link.lower()) || rows.contains(link.upper());
    }
}
