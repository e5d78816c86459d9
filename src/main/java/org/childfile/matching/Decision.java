package org.childfile.matching;

/**
 * From where on two rows are one person.
 *
 * @param join the probability from which they are joined
 * @param review the probability from which a person decides
 * @param bridge the least mean weight, in bits, of all pairs across two clusters that join
 * @param clear how many bits better a row must fit its own cluster than another that can never be one with it
 * @param group the most rows of one person that are joined without a person being asked
 */
public record Decision(double join, double review, double bridge, double clear, int group) {

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
