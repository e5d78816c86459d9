package org.childfile.linkage.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.childfile.linkage.model.DecisionThresholds;

/**
 * Rows that fit another cluster, which can never be one with their own, almost as well as their own: they may be either's. Of
 * brothers and sisters only that counts in which they differ: a row whose name lost the one character by which twins are told
 * apart is as much the one's as the other's, however much more is known of one of them.
 */
public final class Contested {

    /** Takes the links of rows, to their own cluster and to such as can never be theirs. */
    @FunctionalInterface
    public interface Links {
        void link(int lower, int upper, double weight, boolean inside);
    }

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

    private Contested() {}

    /** The least weight of a link that counts. */
    public static double floor(DecisionThresholds decision) {
        return decision.joinBits() - decision.clear();
    }

    /**
     * The contested rows.
     *
     * @param links gives the same links each time, of at least {@link #floor}
     * @param free whether a row can be contested at all
     */
    public static BitSet of(
            int rows, DecisionThresholds decision, PairWeight weight, Consumer<Links> links, IntPredicate free) {
        BitSet rivals = new BitSet(rows);
        links.accept((lower, upper, bits, inside) -> {
            if (!inside) {
                rivals.set(lower);
                rivals.set(upper);
            }
        });
        BitSet contested = new BitSet(rows);
        if (rivals.isEmpty()) {
            return contested;
        }
        Best own = new Best(rows);
        Best other = new Best(rows);
        Best ownDistinct = new Best(rows);
        Best siblingDistinct = new Best(rows);
        links.accept((lower, upper, bits, inside) -> {
            if (rivals.get(lower) || rivals.get(upper)) {
                (inside ? own : other).link(lower, upper, bits);
                weight.of(lower, upper);
                if (inside) {
                    ownDistinct.link(lower, upper, weight.distinct());
                } else if (weight.akin()) {
                    siblingDistinct.link(lower, upper, weight.distinct());
                }
            }
        });
        rivals.stream()
                .filter(free)
                .filter(row -> own.isNear(other, row, decision.clear())
                        || ownDistinct.isNear(siblingDistinct, row, decision.clear()))
                .forEach(contested::set);
        return contested;
    }
}
