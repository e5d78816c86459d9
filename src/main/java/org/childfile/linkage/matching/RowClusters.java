package org.childfile.linkage.matching;

import java.util.List;

/**
 * Which rows are one person.
 *
 * @param of by row, the lowest row of its cluster
 * @param review edges that a person should look at, strongest first
 * @param conflicts pairs that a person called the same, and that other verdicts keep apart
 */
public record RowClusters(int[] of, List<Review> review, List<PairVerdicts.Pair> conflicts) {

    public RowClusters {
        review = List.copyOf(review);
        conflicts = List.copyOf(conflicts);
    }

    /** An edge that was not joined, and why. */
    public record Review(int a, int b, double weight, Reason reason) {}

    /** Why two rows of a strong or fair edge are not in one cluster. */
    public enum Reason {
        /** The weight lies between the two thresholds. */
        UNCERTAIN,
        /** The clusters hold different values of a field that one person has once. */
        VETO,
        /** The clusters hold rows of the same source, and a source holds a person once. */
        SAME_SOURCE,
        /** Their other rows speak against it. */
        WEAK_BRIDGE,
        /** The model leaves such pairs, or groups of that size, to a person. */
        ASKED,
        /** One row fits two clusters about equally well that can never be one. */
        CONTESTED
    }

    public int count() {
        int count = 0;
        for (int row = 0; row < of.length; row++) {
            count += of[row] == row ? 1 : 0;
        }
        return count;
    }
}
