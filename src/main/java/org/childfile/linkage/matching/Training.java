package org.childfile.linkage.matching;

import java.util.List;
import org.childfile.linkage.model.LinkModel;

/**
 * A learned model and how it came about.
 *
 * @param model with every weight and the prior
 * @param randomPairs how many random pairs u was learned from
 * @param rules what each rule's pairs gave
 * @param iterations of the last fit, over the pairs of all rules
 * @param converged whether it came to rest
 * @param matches how many pairs of the table are expected to be one person's
 * @param warnings what looks wrong: a better level that is worth less than a worse one
 */
public record Training(
        LinkModel model,
        long randomPairs,
        List<RuleFit> rules,
        int iterations,
        boolean converged,
        double matches,
        List<String> warnings) {

    public Training {
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    /**
     * What the pairs of one rule gave.
     *
     * @param pairs that were looked at
     * @param matchShare how many of them are one person's
     */
    public record RuleFit(String rule, long pairs, double matchShare, int iterations, boolean converged) {}
}
