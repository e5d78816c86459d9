package org.childfile.linkage.matching;

import java.util.List;

/**
 * How a model is learned.
 *
 * @param seed of the random pairs
 * @param randomPairs how many of them; all pairs where there are no more
 * @param rulePairs how many pairs of a rule are looked at, about
 * @param iterations the most that are done
 * @param tolerance no chance moves further in the last one
 * @param labelled pairs that a person decided, which count as certain
 */
public record TrainingOptions(
        long seed, long randomPairs, long rulePairs, int iterations, double tolerance, List<Labelled> labelled) {

    /** Enough for tables of any size. */
    public static final TrainingOptions USUAL = new TrainingOptions(1, 1_000_000, 300_000, 200, 1e-4, List.of());

    public TrainingOptions {
        labelled = List.copyOf(labelled);
    }

    /** Two rows and whether they are one person. */
    public record Labelled(int a, int b, boolean match) {}

    /** The usual ones with a seed. */
    public static TrainingOptions seeded(long seed) {
        return new TrainingOptions(
                seed, USUAL.randomPairs, USUAL.rulePairs, USUAL.iterations, USUAL.tolerance, List.of());
    }

    public TrainingOptions with(List<Labelled> decided) {
        return new TrainingOptions(seed, randomPairs, rulePairs, iterations, tolerance, decided);
    }
}
