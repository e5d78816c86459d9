package org.childfile.linkage.matching;

import java.util.List;
import org.childfile.linkage.model.LinkModel;

/** The patterns of pairs that a model is learned from, by whatever engine gathers them. */
public interface PairPatterns {

    /**
     * Patterns of pairs that blocking brings.
     *
     * @param all by rule, all pairs of its blocks
     * @param first by rule, the pairs that no earlier key brings
     * @param shares by rule, what part of its blocks was looked at
     */
    record Blocked(Patterns[] all, Patterns[] first, double[] shares) {}

    /** How many pairs the table has that the model would look at. */
    double population();

    /** Patterns of the pairs that {@link RandomPairs} brings. */
    Patterns random(long seed, long most);

    /** Patterns of the pairs that blocking brings, of about so many of each rule at most. */
    Blocked blocked(long mostOfARule);

    /** Patterns of pairs that a person called one. */
    Patterns labelled(List<TrainingOptions.Labelled> labelled);

    /**
     * How many pairs a table has that the model would look at.
     *
     * @param rows of each source
     */
    static double population(LinkModel model, long[] rows) {
        double all = 0;
        double within = 0;
        for (long each : rows) {
            all += each;
            within += (double) each * (each - 1) / 2;
        }
        double pairs = all * (all - 1) / 2;
        return Math.max(1, model.link() == LinkModel.Link.ALL ? pairs : pairs - within);
    }

    /** What part of a rule's blocks is looked at. */
    static double share(long mostOfARule, long pairs) {
        return Math.min(1, (double) mostOfARule / Math.max(1, pairs));
    }
}
