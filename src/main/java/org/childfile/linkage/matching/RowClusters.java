package org.childfile.linkage.matching;

import java.util.List;

/**
 * Which rows are one person.
 *
 * @param of by row, the lowest row of its cluster
 * @param review edges between two clusters that a person should look at, strongest first
 */
public record RowClusters(int[] of, List<Review> review) {

    /** The weight lies between the two thresholds. */
    public static final String BETWEEN_THRESHOLDS = "between thresholds";

    /** Their other rows speak against it. */
    public static final String WEAK_BRIDGE = "weak bridge";

    /** One row fits two clusters about equally well that can never be one. */
    public static final String CONTESTED = "contested record";

    /** Together with others that are alike they would be more rows than one person has. */
    public static final String GROUP_TOO_LARGE = "group too large";

    /** They share what one person has once, and are in two clusters all the same. */
    public static final String ONE_NUMBER = "one number in two files";

    public RowClusters {
        review = List.copyOf(review);
    }

    /**
     * An edge that was not joined.
     *
     * @param reason why: one of the words above, the edge's bar, or what the model calls a pair that keeps groups apart
     */
    public record Review(int a, int b, double weight, String reason) {}

    /** How many clusters there are. */
    public int count() {
        int count = 0;
        for (int row = 0; row < of.length; row++) {
            count += of[row] == row ? 1 : 0;
        }
        return count;
    }
}
