package org.childfile.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.childfile.linkage.model.Comparison;
import org.childfile.linkage.model.Level;
import org.junit.jupiter.api.Test;

/** Patterns made with known chances: the fit must find the chances again. */
class ExpectationTest {

    private static final double[][] M = {{0.9, 0.06, 0.04}, {0.8, 0.2}, {0.7, 0.2, 0.1}, {0.95, 0.05}};
    private static final double[][] U = {{0.01, 0.03, 0.96}, {0.05, 0.95}, {0.02, 0.08, 0.9}, {0.5, 0.5}};
    private static final double MISSING = 0.1;

    private static final List<Comparison> COMPARISONS = comparisons();

    private static List<Comparison> comparisons() {
        List<Comparison> comparisons = new ArrayList<>();
        for (int c = 0; c < M.length; c++) {
            List<Level> levels = new ArrayList<>();
            for (int level = 0; level < M[c].length; level++) {
                levels.add(new Level(List.of("exact"), "f", "f", false, "l" + level, false, false, null));
            }
            comparisons.add(new Comparison(
                    "c" + c, "f", levels, Comparison.Pattern.NONE, Comparison.Pattern.NONE, Comparison.Pattern.NONE));
        }
        return comparisons;
    }

    private static Observed made(long seed, int matches, int others) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] radix = Patterns.radix(COMPARISONS);
        Patterns patterns = new Patterns();
        for (int i = 0; i < matches + others; i++) {
            long pattern = 0;
            for (int c = 0; c < M.length; c++) {
                double[] chances = i < matches ? M[c] : U[c];
                pattern += radix[c] * (random.nextDouble() < MISSING ? chances.length : drawn(chances, random));
            }
            patterns.add(pattern, 1);
        }
        return Observed.of(patterns, COMPARISONS, 1);
    }

    private static int drawn(double[] chances, SplittableRandom random) {
        double rest = random.nextDouble();
        int level = 0;
        while (level < chances.length - 1 && rest >= chances[level]) {
            rest -= chances[level++];
        }
        return level;
    }

    private static Expectation.Fit fitted(Observed observed, double population, Observed random) {
        Chances first = Chances.atFirst(COMPARISONS);
        return new Expectation(observed, population, Expectation.all(M.length), random, first)
                .fit(first, Expectation.u(random, first), 0.1, 500, 1e-7);
    }

    private static void assertFound(Chances found, double[][] known, double precision) {
        for (int c = 0; c < known.length; c++) {
            for (int level = 0; level < known[c].length; level++) {
                assertThat(found.of()[c][level]).as("%d %d", c, level).isCloseTo(known[c][level], within(precision));
            }
        }
    }

    @Test
    void theChancesOfBothKindsAndTheShareOfMatchesAreFoundAgain() {
        Expectation.Fit fit = fitted(made(1, 40_000, 160_000), 200_000, made(2, 100_000, 400_000));

        assertFound(fit.m(), M, 0.01);
        assertFound(fit.u(), U, 0.005);
        assertThat(fit.matchShare()).isCloseTo(0.2, within(0.005));
        assertThat(fit.converged()).isTrue();
    }

    @Test
    void matchesAmongTheRandomPairsAreDiscounted() {
        Observed random = made(3, 5_000, 495_000);
        Chances taken = Expectation.u(random, Chances.atFirst(COMPARISONS));

        Expectation.Fit fit = fitted(random, 500_000, random);

        assertThat(taken.of()[0][0]).isCloseTo(0.0189, within(0.001));
        assertFound(fit.u(), U, 0.002);
        assertFound(fit.m(), M, 0.03);
        assertThat(fit.matches()).isCloseTo(5_000, within(250.0));
    }

    @Test
    void pairsThatWereNotLookedAtCountAsTwoPersons() {
        Observed all = made(4, 10_000, 990_000);
        Observed looked = lookedAt(all);
        Expectation.Fit fit = fitted(looked, 1_000_000, made(5, 5_000, 495_000));

        // A match is looked at unless both comparisons fail it: (1 - 0.81) * (1 - 0.72) of 10,000 are not. The
        // fit leans a little to fewer, as what blocking brings agrees better than the rest.
        assertThat(looked.total()).isLessThan(100_000);
        assertThat(fit.matches()).isCloseTo(9_468, within(600.0));
        assertThat(fit.matchShare()).isEqualTo(fit.matches() / 1_000_000);
    }

    /** What blocking would bring: the first or the second comparison at its best level. */
    private static Observed lookedAt(Observed all) {
        List<Integer> kept = new ArrayList<>();
        for (int p = 0; p < all.counts().length; p++) {
            if (all.levels()[p][0] == 0 || all.levels()[p][1] == 0) {
                kept.add(p);
            }
        }
        return new Observed(
                kept.stream().map(p -> all.levels()[p]).toArray(byte[][]::new),
                kept.stream().mapToDouble(p -> all.counts()[p]).toArray());
    }

    @Test
    void aLevelThatWasNeverMetIsNotImpossible() {
        Patterns patterns = new Patterns();
        patterns.add(0, 1000);
        Expectation.Fit fit = fitted(Observed.of(patterns, COMPARISONS, 1), 1000, made(6, 0, 1000));

        assertThat(fit.m().of()[0][2]).isPositive();
        assertThat(fit.m().of()[0][0]).isCloseTo(1, within(0.01));
    }
}
