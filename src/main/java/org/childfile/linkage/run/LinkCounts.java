package org.childfile.linkage.run;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a linking, in numbers.
 *
 * @param sources how many tables were read
 * @param sizes by the number of a cluster's rows, {@link #MOST_SIZES} for as many and more, how many clusters have it
 * @param compared pairs that blocking brought
 * @param joined pairs from the review threshold on whose rows are one cluster
 * @param review pairs that a person should look at
 */
public record LinkCounts(
        long rows,
        int sources,
        long clusters,
        SortedMap<Integer, Long> sizes,
        long compared,
        long joined,
        long review) {

    public static final int MOST_SIZES = 8;

    public LinkCounts {
        sizes = new TreeMap<>(sizes);
    }
}
