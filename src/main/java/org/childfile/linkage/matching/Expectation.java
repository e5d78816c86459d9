package org.childfile.linkage.matching;

import java.util.Arrays;

/**
 * Expectation and maximisation (Dempster, Laird and Rubin 1977; Winkler 1988) over patterns: from how often each pattern was
 * met, how often one person's pairs meet each level, and how many of the pairs are one person's.
 *
 * <ol>
 *   <li>Each pattern's probability to be a match follows from the chances as they stand.
 *   <li>The chances follow from the patterns, each counted by that probability.
 *   <li>Both again, until no chance moves by more than the tolerance.
 * </ol>
 *
 * <p>Where only a part of all pairs was looked at, those that were not are taken for two persons'. The chances among pairs of
 * two persons (u) come from random pairs; where such patterns are given, matches among them are discounted at each step.
 */
final class Expectation {

    /** Pairs thought of beforehand, in place of none. */
    private static final double BEFOREHAND = 1;

    private final Observed observed;
    private final double population;
    private final boolean[] active;
    private final Observed random;
    private final Chances thought;

    /** What was learned. */
    record Fit(
            Chances m,
            Chances u,
            double matchShare,
            double matches,
            double[][] matchCounts,
            int iterations,
            boolean converged) {}

    /**
     * @param observed the patterns of the pairs that were looked at
     * @param population how many pairs there are, looked at or not
     * @param active the comparisons that take part
     * @param random patterns of random pairs, to learn u from; empty to keep u
     * @param thought the first idea of m
     */
    Expectation(Observed observed, double population, boolean[] active, Observed random, Chances thought) {
        this.observed = observed;
        this.population = population;
        this.active = active.clone();
        this.random = random;
        this.thought = thought;
    }

    /** Counts by level of the patterns of random pairs, as if none of them were a match. */
    static Chances u(Observed random, Chances shape) {
        double[][] counts = shape.zeros();
        for (int p = 0; p < random.counts().length; p++) {
            count(random.levels()[p], random.counts()[p], counts);
        }
        return Chances.of(counts, shape.even(), BEFOREHAND);
    }

    Fit fit(Chances firstM, Chances firstU, double firstShare, int most, double tolerance) {
        Chances m = firstM;
        Chances u = firstU;
        double share = firstShare;
        double matches = 0;
        double[][] counts = thought.zeros();
        int iteration = 0;
        boolean converged = false;
        while (iteration < most && !converged) {
            iteration++;
            double[][] odds = odds(m, u);
            double prior = Math.log(share / (1 - share));
            counts = thought.zeros();
            matches = 0;
            for (int p = 0; p < observed.counts().length; p++) {
                double expected = observed.counts()[p] * probability(observed.levels()[p], odds, prior);
                matches += expected;
                count(observed.levels()[p], expected, counts);
            }
            Chances nextM = Chances.of(counts, thought, BEFOREHAND);
            Chances nextU = random.counts().length == 0 ? u : withoutMatches(odds, prior);
            double nextShare = Math.clamp(matches / population, 1e-12, 1 - 1e-9);
            converged = nextM.distance(m) < tolerance && Math.abs(Math.log(nextShare / share)) < tolerance;
            m = nextM;
            u = nextU;
            share = nextShare;
        }
        return new Fit(m, u, share, matches, counts, iteration, converged);
    }

    private Chances withoutMatches(double[][] odds, double prior) {
        double[][] counts = thought.zeros();
        for (int p = 0; p < random.counts().length; p++) {
            double rest = random.counts()[p] * (1 - probability(random.levels()[p], odds, prior));
            count(random.levels()[p], rest, counts);
        }
        return Chances.of(counts, thought.even(), BEFOREHAND);
    }

    private double[][] odds(Chances m, Chances u) {
        double[][] odds = new double[active.length][];
        for (int c = 0; c < active.length; c++) {
            odds[c] = new double[m.of()[c].length + 1];
            for (int level = 0; active[c] && level < m.of()[c].length; level++) {
                odds[c][level] = Math.log(m.of()[c][level] / u.of()[c][level]);
            }
        }
        return odds;
    }

    private static double probability(byte[] levels, double[][] odds, double prior) {
        double sum = prior;
        for (int c = 0; c < levels.length; c++) {
            sum += odds[c][levels[c]];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static void count(byte[] levels, double expected, double[][] counts) {
        for (int c = 0; c < levels.length; c++) {
            if (levels[c] < counts[c].length) {
                counts[c][levels[c]] += expected;
            }
        }
    }

    /** All comparisons take part. */
    static boolean[] all(int comparisons) {
        boolean[] all = new boolean[comparisons];
        Arrays.fill(all, true);
        return all;
    }
}
