package org.childfile.files.identity;

import java.util.Optional;
import org.childfile.files.identity.Question.Reason;
import org.childfile.linkage.matching.PairWeight;

/**
 * Whether two groups of records may become one: on the whole, the pairs across must speak for it, so that one weak bridge
 * does not join two strong groups, and none of them may be one that keeps groups apart, as two of one feed with like names. The
 * mean weight of all pairs across must reach the model's bound.
 */
final class Bridge {

    /** Across two large groups, so many records of each are looked at. */
    private static final int MOST_ACROSS = 40;

    /** One pair never weighs more than that, for or against: one odd pair does not decide for all. */
    private static final double MOST_BITS = 30;

    private final PairWeight weight;
    private final double bound;

    /**
     * What bridges must hold.
     *
     * @param bound the least mean weight of all pairs across, in bits
     */
    Bridge(PairWeight weight, double bound) {
        this.weight = weight;
        this.bound = bound;
    }

    /**
     * Why the two may not become one; empty where they may.
     *
     * @param strongest the weight of the edge that brings the two together
     */
    Optional<Reason> parting(JoinedRows one, JoinedRows other, double strongest) {
        if (one.rows().length == 1 && other.rows().length == 1) {
            return Optional.empty();
        }
        double sum = strongest;
        int count = 1;
        for (int i = 0; i < Math.min(MOST_ACROSS, one.rows().length); i++) {
            for (int j = 0; j < Math.min(MOST_ACROSS, other.rows().length); j++) {
                sum += Math.clamp(weight.of(one.rows()[i], other.rows()[j]), -MOST_BITS, MOST_BITS);
                count++;
                String apart = weight.apart();
                if (apart != null) {
                    return Optional.of(Reason.of(apart));
                }
            }
        }
        return sum / count >= bound ? Optional.empty() : Optional.of(Reason.WEAK_BRIDGE);
    }
}
