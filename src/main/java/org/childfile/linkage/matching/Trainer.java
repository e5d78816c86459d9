package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.childfile.linkage.model.Block;
import org.childfile.linkage.model.Comparison;
import org.childfile.linkage.model.Level;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.model.ModelWriter;

/**
 * Learns the weights of a model without labels:
 *
 * <ol>
 *   <li>u from random pairs, seeded.
 *   <li>m from the pairs of each rule of blocking, without the comparisons that the rule decides; the rules' estimates count
 *       by the matches they saw.
 *   <li>From there, all together over the pairs of all rules: m, u without the matches among the random pairs, and the prior,
 *       as the share of matches among all pairs of the table.
 * </ol>
 */
public final class Trainer {

    private final LinkModel model;
    private final TrainingOptions options;
    private final PairPatterns pairs;
    private final List<Comparison> comparisons;
    private final List<Training.RuleFit> fits = new ArrayList<>();

    private Trainer(LinkModel model, TrainingOptions options, PairPatterns pairs) {
        this.model = model;
        this.options = options;
        this.pairs = pairs;
        this.comparisons = model.comparisons();
    }

    /** Learns the weights from the patterns of pairs. */
    public static Training train(LinkModel model, TrainingOptions options, PairPatterns pairs) {
        return new Trainer(model, options, pairs).train();
    }

    private Training train() {
        Patterns randomPatterns = pairs.random(options.seed(), options.randomPairs());
        Observed random = Observed.of(randomPatterns, comparisons, 1);
        Chances first = Chances.atFirst(comparisons).given(comparisons);
        Chances u = Expectation.u(random, first);
        PairPatterns.Blocked blocked = pairs.blocked(options.rulePairs());
        Chances m = fromRules(blocked, first, u);
        List<Observed> parts = new ArrayList<>();
        for (int rule = 0; rule < blocked.first().length; rule++) {
            parts.add(Observed.of(blocked.first()[rule], comparisons, 1 / blocked.shares()[rule]));
        }
        Observed all = Observed.all(parts);
        double population = Math.max(all.total(), pairs.population());
        double share = Math.clamp(all.total() / population * 0.1, 1e-9, 0.5);
        boolean[] everything = Expectation.all(comparisons.size());
        Expectation.Fit fit = new Expectation(all, population, everything, random, first)
                .fit(m, u, share, options.iterations(), options.tolerance());
        Chances learned = options.labelled().isEmpty() ? fit.m() : withLabels(fit);
        LinkModel trained = learned(learned, fit.u(), fit.matchShare());
        return new Training(
                trained,
                randomPatterns.total(),
                fits,
                fit.iterations(),
                fit.converged(),
                fit.matches(),
                warnings(trained));
    }

    private Chances fromRules(PairPatterns.Blocked blocked, Chances first, Chances u) {
        double[][] counts = first.zeros();
        for (int rule = 0; rule < blocked.all().length; rule++) {
            boolean[] free = free(model.blocks().get(rule));
            Observed observed = Observed.of(blocked.all()[rule], comparisons, 1);
            if (observed.total() == 0 || !any(free)) {
                continue;
            }
            Expectation.Fit fit = new Expectation(
                            observed, observed.total(), free, new Observed(new byte[0][], new double[0]), first)
                    .fit(first, u, 0.1, options.iterations(), options.tolerance());
            fits.add(new Training.RuleFit(
                    model.blocks().get(rule).written(),
                    Math.round(observed.total()),
                    fit.matchShare(),
                    fit.iterations(),
                    fit.converged()));
            for (int c = 0; c < counts.length; c++) {
                for (int level = 0; free[c] && level < counts[c].length; level++) {
                    counts[c][level] += fit.matchCounts()[c][level] / blocked.shares()[rule];
                }
            }
        }
        return Chances.of(counts, first, 1);
    }

    /** The comparisons that look at no field of a rule; the others are decided by it. */
    private boolean[] free(Block rule) {
        Set<String> decided = new HashSet<>();
        rule.terms().forEach(term -> decided.addAll(term.fields()));
        boolean[] free = new boolean[comparisons.size()];
        for (int c = 0; c < free.length; c++) {
            free[c] = comparisons.get(c).levels().stream()
                    .noneMatch(level -> decided.contains(level.of()) || decided.contains(level.with()));
        }
        return free;
    }

    private static boolean any(boolean[] free) {
        for (boolean each : free) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    private Chances withLabels(Expectation.Fit fit) {
        double[][] counts =
                Arrays.stream(fit.matchCounts()).map(double[]::clone).toArray(double[][]::new);
        Observed labelled = Observed.of(pairs.labelled(options.labelled()), comparisons, 1);
        for (int p = 0; p < labelled.counts().length; p++) {
            for (int c = 0; c < counts.length; c++) {
                int level = labelled.levels()[p][c];
                if (level < counts[c].length) {
                    counts[c][level] += labelled.counts()[p];
                }
            }
        }
        return Chances.of(counts, fit.m(), 1);
    }

    private LinkModel learned(Chances m, Chances u, double share) {
        List<Comparison> learned = new ArrayList<>();
        for (int c = 0; c < comparisons.size(); c++) {
            List<Level> levels = new ArrayList<>();
            for (int i = 0; i < comparisons.get(c).levels().size(); i++) {
                levels.add(comparisons.get(c).levels().get(i).learned(odds(m.of()[c][i], u.of()[c][i])));
            }
            learned.add(comparisons.get(c).learned(levels));
        }
        return model.learned(learned, ModelWriter.rounded(share));
    }

    private static Level.Odds odds(double m, double u) {
        return new Level.Odds(
                ModelWriter.rounded(Math.clamp(m, 1e-9, 0.999999)), ModelWriter.rounded(Math.clamp(u, 1e-9, 0.999999)));
    }

    private static List<String> warnings(LinkModel model) {
        List<String> warnings = new ArrayList<>();
        for (Comparison comparison : model.comparisons()) {
            Level before = null;
            for (Level level : comparison.levels()) {
                Level.Odds odds = level.odds();
                Level.Odds better = before == null ? null : before.odds();
                if (before != null && odds != null && better != null && odds.bits() > better.bits()) {
                    warnings.add(String.format(
                            java.util.Locale.ROOT,
                            "%s: %s is worth %.1f bits, less than %s with %.1f, though it stands before it",
                            comparison.name(),
                            before.label(),
                            better.bits(),
                            level.label(),
                            odds.bits()));
                }
                before = level;
            }
        }
        return warnings;
    }
}
