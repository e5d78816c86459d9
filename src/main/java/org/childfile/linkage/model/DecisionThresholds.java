package org.childfile.linkage.model;

import java.io.Serializable;
import java.util.List;

/**
 * From where on two rows are one person.
 *
 * @param join the probability from which they are joined
 * @param review the probability from which a person decides
 * @param bridge the least mean weight, in bits, of all pairs across two clusters that join
 * @param clear how many bits better a row must fit its own cluster than another that can never be one with it
 * @param siblings by what two persons are known for brothers or sisters, and by what these are told apart
 * @param group the most rows of one person that are joined without a person being asked
 */
public record DecisionThresholds(double join, double review, double bridge, double clear, Siblings siblings, int group)
        implements Serializable {

    /**
     * Brothers and sisters, twins above all.
     *
     * @param share the comparisons in any of which they agree
     * @param differ the comparisons in which alone they may differ
     */
    public record Siblings(List<String> share, List<String> differ) implements Serializable {

        public static final Siblings NONE = new Siblings(List.of(), List.of());

        public Siblings {
            share = List.copyOf(share);
            differ = List.copyOf(differ);
        }
    }

    /** The weight, in bits, at which a probability is reached. */
    public static double bits(double probability) {
        return Math.log(probability / (1 - probability)) / Math.log(2);
    }

    /** The probability of a weight in bits. */
    public static double probability(double bits) {
        return 1 / (1 + Math.pow(2, -bits));
    }

    public double joinBits() {
        return bits(join);
    }

    public double reviewBits() {
        return bits(review);
    }
}
