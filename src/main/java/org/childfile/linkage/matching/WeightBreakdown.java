package org.childfile.linkage.matching;

import java.util.List;
import org.childfile.linkage.model.DecisionThresholds;

/**
 * Why two rows are one person, or are not.
 *
 * @param prior bits before anything was compared
 * @param steps one a comparison, in order
 * @param weight the sum, whatever the veto says
 * @param veto what keeps the two apart; empty where nothing does
 * @param left why a person decides, whatever the weight; empty where rules may
 */
public record WeightBreakdown(
        double prior, List<Step> steps, double weight, DecisionThresholds decision, String veto, String left) {

    public WeightBreakdown {
        steps = List.copyOf(steps);
    }

    /**
     * One comparison's part.
     *
     * @param level the label of the level; {@code missing} where there is no evidence or the comparison does not count, {@code
     *     common} where that is because too many rows hold the value
     * @param bits of the level
     * @param rarity bits because the shared value is rare, or common
     * @param total up to here
     */
    public record Step(String comparison, String level, double bits, double rarity, double total) {}

    /** What follows. */
    public enum Verdict {
        JOIN,
        REVIEW,
        APART
    }

    public Verdict verdict() {
        if (!veto.isEmpty() || weight < decision.reviewBits()) {
            return Verdict.APART;
        }
        return weight >= decision.joinBits() && left.isEmpty() ? Verdict.JOIN : Verdict.REVIEW;
    }

    public double probability() {
        return DecisionThresholds.probability(weight);
    }
}
