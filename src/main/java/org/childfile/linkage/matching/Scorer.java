package org.childfile.linkage.matching;

import java.util.List;
import org.childfile.linkage.model.Comparison;
import org.childfile.linkage.table.PeopleTable;
import org.jspecify.annotations.Nullable;

/** Weighs pairs of rows. One thread's. */
final class Scorer {

    /** The weight of a pair that cannot reach what was asked for, or that a veto keeps apart. */
    static final double OUT = Double.NEGATIVE_INFINITY;

    private final PeopleTable table;
    private final Weights weights;
    private final LevelFinder[] agreements;
    private final byte[] levels;
    private final double[] rarity;
    private final double[] counted;
    private final long[] radix;

    Scorer(PeopleTable table, Weights weights, List<List<Probe>> probes) {
        List<Comparison> comparisons = table.model().comparisons();
        this.table = table;
        this.weights = weights;
        this.agreements = new LevelFinder[comparisons.size()];
        this.levels = new byte[agreements.length];
        this.rarity = new double[agreements.length];
        this.counted = new double[agreements.length];
        this.radix = Patterns.radix(comparisons);
        for (int i = 0; i < agreements.length; i++) {
            agreements[i] = new LevelFinder(comparisons.get(i), table, probes.get(i));
        }
    }

    /**
     * The weight of a pair in bits, the prior included; {@link #OUT} where a veto stands or the weight is below the floor.
     * The order of the two rows does not matter.
     */
    double weight(int a, int b, double floor) {
        if (differing(a, b)) {
            return OUT;
        }
        double total = weights.prior;
        for (int i = 0; i < agreements.length; i++) {
            // A hair's breadth, so that no rounding of the sum decides.
            if (total + weights.ahead[i] < floor - 1e-9) {
                return OUT;
            }
            total += bits(i, a, b);
        }
        return total < floor || vetoed() ? OUT : total;
    }

    /** The weight whatever the vetoes say; the levels are then to be asked for. */
    double free(int a, int b) {
        double total = weights.prior;
        for (int i = 0; i < agreements.length; i++) {
            total += bits(i, a, b);
        }
        return total;
    }

    /** The levels of all comparisons as one number. */
    long pattern(int a, int b) {
        long pattern = 0;
        for (int i = 0; i < agreements.length; i++) {
            bits(i, a, b);
            pattern += levels[i] * radix[i];
        }
        return pattern;
    }

    /** The level of the last pair in a comparison; one past the last for no evidence. */
    int level(int comparison) {
        return levels[comparison];
    }

    /** The levels of the last pair, by comparison; the scorer's own. */
    byte[] levels() {
        return levels;
    }

    /** The last pair's bits of a comparison, those of rarity apart. */
    double counted(int comparison) {
        return counted[comparison];
    }

    /** The part of the last pair's bits that came from the rarity of a value. */
    double rarity(int comparison) {
        return rarity[comparison];
    }

    /** Whether the last pair agrees in what brothers and sisters share. */
    boolean akin() {
        for (int comparison : weights.shared) {
            if (counted[comparison] + rarity[comparison] > 0) {
                return true;
            }
        }
        return false;
    }

    /** The last pair's bits by what brothers and sisters differ in. */
    double distinct() {
        double bits = 0;
        for (int comparison : weights.distinct) {
            bits += counted[comparison] + rarity[comparison];
        }
        return bits;
    }

    /** Whether the levels of the last pair are never a match. */
    boolean vetoed() {
        for (Weights.Condition veto : weights.met) {
            if (veto.holds(levels)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the values of some field keep two rows apart. */
    boolean differing(int a, int b) {
        for (int field : weights.differ) {
            if (differ(a, b, field)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a person is asked about the last pair, though values of some field keep it apart. */
    boolean asked(int a, int b) {
        for (int i = 0; i < weights.differ.length; i++) {
            Weights.Condition askIf = weights.askIf[i];
            if (differ(a, b, weights.differ[i]) && (askIf == null || !askIf.holds(levels))) {
                return false;
            }
        }
        return !vetoed();
    }

    private boolean differ(int a, int b, int field) {
        int one = table.cell(a, field);
        int other = table.cell(b, field);
        return one != PeopleTable.NONE && other != PeopleTable.NONE && !table.meet(one, other);
    }

    /** Why a person decides about the last pair; null where rules may. */
    @Nullable
    String left() {
        for (Weights.Left left : weights.asks) {
            if (left.condition().holds(levels)) {
                return left.called();
            }
        }
        return null;
    }

    /** Why the last pair keeps the groups of its rows apart; null where it does not. */
    @Nullable
    String leftBetweenGroups() {
        for (Weights.Left left : weights.asks) {
            if (left.groups() && left.condition().holds(levels)) {
                return left.called();
            }
        }
        return null;
    }

    /** Why a person is asked about two rows for a value that they share, should they stay apart; null for no reason. */
    @Nullable
    String sharing(int a, int b) {
        for (Weights.Sharing sharing : weights.sharings) {
            int one = table.cell(a, sharing.field());
            boolean shared = one != PeopleTable.NONE && table.meet(one, table.cell(b, sharing.field()));
            if (shared
                    && (table.cell(a, sharing.where()) != PeopleTable.NONE
                            || table.cell(b, sharing.where()) != PeopleTable.NONE)) {
                return sharing.called();
            }
        }
        return null;
    }

    private double bits(int comparison, int a, int b) {
        LevelFinder agreement = agreements[comparison];
        rarity[comparison] = 0;
        counted[comparison] = 0;
        if (!counts(weights.unless[comparison], weights.onlyIf[comparison])) {
            levels[comparison] = (byte) (weights.bits[comparison].length - 1);
            return 0;
        }
        int level = agreement.level(a, b);
        levels[comparison] = (byte) level;
        if (weights.terms[comparison][level]) {
            rarity[comparison] = weights.termBits(comparison, level, agreement.sharers());
        }
        double bits = weights.bits[comparison][level];
        Weights.Condition included = weights.includedIn[comparison];
        if (included != null && bits + rarity[comparison] > 0 && included.holds(levels)) {
            rarity[comparison] = 0;
            return 0;
        }
        counted[comparison] = bits;
        return bits + rarity[comparison];
    }

    private boolean counts(Weights.@Nullable Condition unless, Weights.@Nullable Condition onlyIf) {
        return (unless == null || !unless.holds(levels)) && (onlyIf == null || onlyIf.holds(levels));
    }
}
