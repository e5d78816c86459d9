package org.childfile.linkage.matching;

import java.util.Arrays;
import java.util.BitSet;
import org.childfile.linkage.table.Ints;

/**
 * Rows that fit another cluster, which can never be one with their own, almost as well as their own: they may be either's. Of
 * brothers and sisters only that counts in which they differ: a row whose name lost the one character by which twins are told
 * apart is as much the one's as the other's, however much more is known of one of them.
 */
final class Contested {

    private Contested() {}

    /** By row the best of its links. */
    private static final class Best {
        final double[] bits;

        Best(int rows) {
            this.bits = new double[rows];
            Arrays.fill(bits, Double.NEGATIVE_INFINITY);
        }

        void link(int lower, int upper, double weight) {
            bits[lower] = Math.max(bits[lower], weight);
            bits[upper] = Math.max(bits[upper], weight);
        }

        /** Whether another's best comes as near as that; false where either has none. */
        boolean isNear(Best other, int row, double clear) {
            return bits[row] > Double.NEGATIVE_INFINITY && bits[row] - other.bits[row] < clear;
        }
    }

    /**
     * The contested rows.
     *
     * @param inside the positions of edges within clusters
     * @param across the positions of edges between clusters that can never be one
     * @param clear how many bits better a row must fit its own cluster
     */
    static BitSet of(int rows, Edges edges, Ints inside, Ints across, Scorer scorer, double clear) {
        BitSet contested = new BitSet(rows);
        if (across.size() == 0) {
            return contested;
        }
        BitSet rivals = new BitSet(rows);
        Best other = new Best(rows);
        Best otherDistinct = new Best(rows);
        for (int i = 0; i < across.size(); i++) {
            int lower = edges.lower(across.get(i));
            int upper = edges.upper(across.get(i));
            rivals.set(lower);
            rivals.set(upper);
            other.link(lower, upper, edges.weight(across.get(i)));
            scorer.free(lower, upper);
            if (scorer.akin()) {
                otherDistinct.link(lower, upper, scorer.distinct());
            }
        }
        Best own = new Best(rows);
        Best ownDistinct = new Best(rows);
        for (int i = 0; i < inside.size(); i++) {
            int lower = edges.lower(inside.get(i));
            int upper = edges.upper(inside.get(i));
            if (rivals.get(lower) || rivals.get(upper)) {
                own.link(lower, upper, edges.weight(inside.get(i)));
                scorer.free(lower, upper);
                ownDistinct.link(lower, upper, scorer.distinct());
            }
        }
        rivals.stream()
                .filter(row -> own.isNear(other, row, clear) || ownDistinct.isNear(otherDistinct, row, clear))
                .forEach(contested::set);
        return contested;
    }
}
