package org.childfile.linkage;

/**
 * Two records that are probably, or perhaps, one person.
 *
 * @param a the smaller record number
 * @param weight bits above even odds
 */
record Edge(long a, long b, double weight) {
    Edge {
        if (a >= b) {
            throw new IllegalArgumentException("an edge names the smaller record first: " + a + ", " + b);
        }
    }
}
