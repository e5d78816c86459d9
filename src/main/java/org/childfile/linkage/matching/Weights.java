package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.childfile.linkage.model.Comparison;
import org.childfile.linkage.model.Level;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.model.ReviewRules;
import org.childfile.linkage.model.Veto;
import org.childfile.linkage.table.PeopleTable;
import org.jspecify.annotations.Nullable;

/**
 * A model's numbers as columns: what each level of each comparison is worth in bits (Fellegi and Sunter 1969), and the
 * conditions and vetoes by positions.
 */
final class Weights {

    /** Fewer rows than that never make a value rarer: the two of a pair already share it. */
    private static final int LEAST_SHARERS = 2;

    final double prior;
    /** By comparison and level; 0 past the last level, for no evidence. */
    final double[][] bits;
    /** By comparison and number of sharers, what a rare value adds; null where terms do not count. */
    private final double[] @Nullable [] termBits;

    final boolean[][] terms;
    final @Nullable Condition[] unless;
    final @Nullable Condition[] onlyIf;
    final List<Condition> met;
    final int[] differ;
    /** By differing field, where a person is asked all the same; null for never. */
    final @Nullable Condition[] askIf;

    /** By comparison, where what speaks for one person was counted before; null for nowhere. */
    final @Nullable Condition[] includedIn;

    /** What is left to a person by the levels of a pair, in order. */
    final List<Left> asks = new ArrayList<>();
    /** What is left to a person by a value that two rows share. */
    final List<Sharing> sharings = new ArrayList<>();

    /** The comparisons that brothers and sisters share, and those in which they differ. */
    final int[] shared;

    final int[] distinct;

    /** By comparison, the most that it and all after it can add. */
    final double[] ahead;

    /** Levels that must be met together: for each of the comparisons, a bit a level. */
    record Condition(int[] comparisons, long[] levels) {

        boolean holds(byte[] reached) {
            for (int i = 0; i < comparisons.length; i++) {
                if ((levels[i] >>> reached[comparisons[i]] & 1) == 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A pair at certain levels; whether it keeps groups apart. */
    record Left(Condition condition, boolean groups, String called) {}

    /** The positions of two fields: one that is shared, one of which either row has a value. */
    record Sharing(int field, int where, String called) {}

    Weights(LinkModel model, PeopleTable table) {
        int count = model.comparisons().size();
        prior = model.priorBits();
        bits = new double[count][];
        terms = new boolean[count][];
        termBits = new double[count][];
        unless = new Condition[count];
        onlyIf = new Condition[count];
        includedIn = new Condition[count];
        ahead = new double[count + 1];
        for (int i = 0; i < count; i++) {
            Comparison comparison = model.comparisons().get(i);
            comparison(i, comparison, table);
            unless[i] = comparison.unless().isEmpty() ? null : condition(comparison.unless(), model);
            onlyIf[i] = comparison.onlyIf().isEmpty() ? null : condition(comparison.onlyIf(), model);
            includedIn[i] = comparison.includedIn().isEmpty() ? null : condition(comparison.includedIn(), model);
        }
        for (int i = count - 1; i >= 0; i--) {
            double[] added = termBits[i];
            double rare = added == null ? 0 : Math.max(0, added[0]);
            ahead[i] = ahead[i + 1] + Math.max(0, Arrays.stream(bits[i]).max().orElse(0) + rare);
        }
        met = new ArrayList<>();
        for (Veto veto : model.vetoes()) {
            if (veto instanceof Veto.Met all) {
                met.add(condition(all.all(), model));
            }
        }
        for (ReviewRules ask : model.asks()) {
            switch (ask) {
                case ReviewRules.Met all -> asks.add(new Left(condition(all.all(), model), all.groups(), all.called()));
                case ReviewRules.Shared shared ->
                    sharings.add(new Sharing(
                            model.position(shared.field()), model.position(shared.where()), shared.called()));
            }
        }
        differ = model.differing().stream().mapToInt(model::position).toArray();
        shared = positions(model.decision().siblings().share(), model);
        distinct = positions(model.decision().siblings().differ(), model);
        askIf = model.vetoes().stream()
                .filter(Veto.Differ.class::isInstance)
                .map(veto -> ((Veto.Differ) veto).askIf())
                .map(pattern -> pattern.isEmpty() ? null : condition(pattern, model))
                .toArray(Condition[]::new);
    }

    private static int[] positions(List<String> comparisons, LinkModel model) {
        Map<String, Integer> positions = model.comparisonPositions();
        return comparisons.stream()
                .mapToInt(comparison -> positions.getOrDefault(comparison, 0))
                .toArray();
    }

    private void comparison(int number, Comparison comparison, PeopleTable table) {
        List<Level> levels = comparison.levels();
        bits[number] = new double[levels.size() + 1];
        terms[number] = new boolean[levels.size() + 1];
        double shareOfTerms = 0;
        for (int i = 0; i < levels.size(); i++) {
            Level.Odds odds = levels.get(i).odds();
            bits[number][i] = odds == null ? 0 : odds.bits();
            terms[number][i] = levels.get(i).terms();
            if (levels.get(i).terms() && shareOfTerms == 0 && odds != null) {
                shareOfTerms = odds.u();
            }
        }
        if (shareOfTerms > 0) {
            int filled = Math.max(1, table.filled(table.model().position(comparison.of())));
            double[] added = new double[Math.min(filled, 1 << 12) + 1];
            for (int sharers = 0; sharers < added.length; sharers++) {
                added[sharers] = rarity(shareOfTerms, sharers, filled);
            }
            termBits[number] = added;
        }
    }

    private static double rarity(double usual, int sharers, int filled) {
        return Math.log(usual * filled / Math.max(LEAST_SHARERS, sharers)) / Math.log(2);
    }

    /** What the rarity of a shared value adds, or takes away where it is common. */
    double termBits(int comparison, int level, int sharers) {
        double[] added = termBits[comparison];
        return added == null || !terms[comparison][level] ? 0 : added[Math.min(sharers, added.length - 1)];
    }

    private static Condition condition(Comparison.Pattern pattern, LinkModel model) {
        Map<String, Integer> positions = model.comparisonPositions();
        int[] comparisons = new int[pattern.levels().size()];
        long[] levels = new long[comparisons.length];
        int at = 0;
        for (Map.Entry<String, Set<String>> each : pattern.levels().entrySet()) {
            int position = positions.getOrDefault(each.getKey(), 0);
            Comparison comparison = model.comparisons().get(position);
            comparisons[at] = position;
            for (String label : each.getValue()) {
                levels[at] |=
                        1L << (label.equals(Level.MISSING) ? comparison.levels().size() : comparison.position(label));
            }
            at++;
        }
        return new Condition(comparisons, levels);
    }
}
