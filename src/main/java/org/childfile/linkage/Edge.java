package org.childfile.linkage;

/**
 * Two records that are probably, or perhaps, one person.
 *
 * @param a the smaller record number
 * @param weight bits above even odds
 * @param barred whether two different valid id numbers forbid the rules to join what else agrees; the weight is then that
 *     of all else
 */
record Edge(long a, long b, double weight, boolean barred) {
    Edge {
        if (a >= b) {
            throw new IllegalArgumentException("an edge names the smaller record first: " + a + ", " + b);
        }
    }

    /** An edge that may join. */
    Edge(long a, long b, double weight) {
        this(a, b, weight, false);
    }
}
