package org.childfile.linkage.matching;

import java.util.Arrays;
import java.util.List;
import org.childfile.linkage.model.Comparison;
import org.childfile.linkage.model.Level;

/** How often each level of each comparison is met, among pairs with evidence; by comparison and level. */
record Chances(double[][] of) {

    /** What is thought of one person's pairs before any was seen: most agree best, few not at all. */
    static Chances atFirst(List<Comparison> comparisons) {
        double[][] of = new double[comparisons.size()][];
        for (int c = 0; c < of.length; c++) {
            int size = comparisons.get(c).levels().size();
            of[c] = new double[size];
            double rest = 1;
            for (int level = 0; level < size - 1; level++) {
                of[c][level] = rest * (level == 0 ? 0.8 : 0.6);
                rest -= of[c][level];
            }
            of[c][size - 1] = rest;
        }
        return new Chances(of);
    }

    /** The model's own, where it has them, in place of these. */
    Chances given(List<Comparison> comparisons) {
        double[][] given = new double[of.length][];
        for (int c = 0; c < given.length; c++) {
            given[c] = of[c].clone();
            for (int level = 0; level < given[c].length; level++) {
                Level.Odds odds = comparisons.get(c).levels().get(level).odds();
                given[c][level] = odds == null ? given[c][level] : odds.m();
            }
        }
        return new Chances(given);
    }

    /** Sums of the same shape, all zero. */
    double[][] zeros() {
        return Arrays.stream(of).map(each -> new double[each.length]).toArray(double[][]::new);
    }

    /**
     * Shares of counts; a few pairs that are thought of beforehand keep a level that was never met from being impossible.
     *
     * @param beforehand how many pairs are thought of
     */
    static Chances of(double[][] counts, Chances thought, double beforehand) {
        double[][] of = thought.zeros();
        for (int c = 0; c < of.length; c++) {
            double total = Arrays.stream(counts[c]).sum();
            for (int level = 0; level < of[c].length; level++) {
                of[c][level] = (counts[c][level] + beforehand * thought.of[c][level]) / (total + beforehand);
            }
        }
        return new Chances(of);
    }

    /** The same chance for every level. */
    Chances even() {
        double[][] even = zeros();
        for (double[] each : even) {
            Arrays.fill(each, 1.0 / each.length);
        }
        return new Chances(even);
    }

    /** The greatest difference of any chance. */
    double distance(Chances other) {
        double greatest = 0;
        for (int c = 0; c < of.length; c++) {
            for (int level = 0; level < of[c].length; level++) {
                greatest = Math.max(greatest, Math.abs(of[c][level] - other.of[c][level]));
            }
        }
        return greatest;
    }
}
