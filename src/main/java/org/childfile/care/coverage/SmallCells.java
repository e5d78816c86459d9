package org.childfile.care.coverage;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides which counts may be published: none that is small, and none with which a small one could be worked out. Of a measure a
 * division is told all by age, in all, or nothing:
 *
 * <ol>
 *   <li>Nothing where it is small in all; in all where it is small at some age, or where a small number is left between the ages
 *       and all.
 *   <li>No part is told more than its whole. The parts that are told less than others are at least two, and what they hold
 *       together is not small; else the least of the others is told less, too.
 *   <li>Of children with, without, on the roster and hidden, which are bound to one another by a sum, never three are told of four.
 *   <li>Whatever can be reckoned all the same ({@link Reckoner}) is mended by telling less beside it.
 * </ol>
 *
 * <p>Nothing is ever told more in a later round, so it ends. Complementary suppression after Cox (1980); with sums in three
 * directions no method in use finds the fewest cells, and this one does not claim to.
 */
final class SmallCells {

    private static final int NOTHING = 0;
    private static final int IN_ALL = 1;
    private static final int BY_AGE = 2;
    private static final int[] BOUND = {Tally.UNCOVERED, Tally.HIDDEN, Tally.COVERED, Tally.ROSTER};

    private final Cells cells;
    private final int below;
    private final BitSet before;
    private final int[][] told;
    private boolean moved;

    private SmallCells(Cells cells, int below, BitSet before) {
        this.cells = cells;
        this.below = below;
        this.before = before;
        this.told = new int[cells.divisions()][Cells.MEASURES];
    }

    /**
     * The cells that may be published.
     *
     * @param below the least count that is not small
     * @param before cells that were not published before: these are the first to be kept back again, so that what was told
     *     before and what is told now give no more together than alone
     */
    static BitSet published(Cells cells, int below, BitSet before) {
        SmallCells decision = new SmallCells(cells, below, before);
        decision.begin();
        do {
            do {
                decision.moved = false;
                decision.families();
                decision.bound();
            } while (decision.moved);
            decision.reckon();
        } while (decision.moved);
        return decision.cells();
    }

    private void begin() {
        for (int d = 0; d < told.length; d++) {
            for (int m = 0; m < Cells.MEASURES; m++) {
                told[d][m] = alone(cells.tally(d), m);
            }
        }
    }

    private int alone(Tally tally, int measure) {
        if (tally.count(0, measure) < below) {
            return NOTHING;
        }
        boolean ages = !small(tally.ageless(measure))
                && IntStream.range(1, Cells.LEVELS).allMatch(level -> tally.count(level, measure) >= below);
        return ages ? BY_AGE : IN_ALL;
    }

    private boolean small(long number) {
        return number != 0 && Math.abs(number) < below;
    }

    private void lower(int division, int measure, int most) {
        if (told[division][measure] > most) {
            told[division][measure] = most;
            moved = true;
        }
    }

    private void families() {
        for (int d = 0; d < told.length; d++) {
            for (int m = 0; m < Cells.MEASURES; m++) {
                for (int part : cells.parts(d)) {
                    lower(part, m, told[d][m]);
                }
                for (int most = NOTHING; most < told[d][m] && !cells.parts(d).isEmpty(); most++) {
                    family(d, m, most);
                }
            }
        }
    }

    /** Of the parts of a division those that are told no more than {@code most} hide behind one another. */
    private void family(int whole, int measure, int most) {
        List<Integer> parts = cells.parts(whole);
        while (!hidden(whole, measure, most)) {
            int next = parts.stream()
                    .filter(part -> told[part][measure] > most)
                    .min(Comparator.<Integer, Boolean>comparing(part -> !before.get(Cells.cell(part, most, measure)))
                            .thenComparingLong(part -> cells.tally(part).count(most, measure))
                            .thenComparing(part -> cells.tally(part).division()))
                    .orElse(-1);
            if (next < 0) {
                lower(whole, measure, most);
                return;
            }
            lower(next, measure, most);
        }
    }

    private boolean hidden(int whole, int measure, int most) {
        List<Integer> less = cells.parts(whole).stream()
                .filter(part -> told[part][measure] <= most)
                .toList();
        if (less.size() == 1) {
            return false;
        }
        int first = most == NOTHING ? 0 : 1;
        int end = most == NOTHING ? 1 : Cells.LEVELS;
        for (int level = first; level < end; level++) {
            int l = level;
            long together = less.stream()
                    .mapToLong(part -> cells.tally(part).count(l, measure))
                    .sum();
            long all = cells.parts(whole).stream()
                    .mapToLong(part -> cells.tally(part).count(l, measure))
                    .sum();
            if (less.isEmpty() ? small(cells.tally(whole).count(level, measure) - all) : together < below) {
                return false;
            }
        }
        return true;
    }

    private void bound() {
        for (int d = 0; d < told.length; d++) {
            for (int most = NOTHING; most < BY_AGE; most++) {
                int kept = 0;
                for (int m : BOUND) {
                    kept += told[d][m] > most ? 0 : 1;
                }
                boolean told = kept == 0 && elsewiseSmall(d, most);
                keepBack(d, most, kept == 1 ? 1 : told ? 2 : 0);
            }
        }
    }

    private boolean elsewiseSmall(int division, int most) {
        Tally tally = cells.tally(division);
        return most == NOTHING
                ? small(tally.elsewise(0))
                : IntStream.range(1, Cells.LEVELS).anyMatch(level -> small(tally.elsewise(level)));
    }

    private void keepBack(int division, int most, int more) {
        int left = more;
        for (int m : BOUND) {
            if (left > 0 && told[division][m] > most) {
                lower(division, m, most);
                left--;
            }
        }
    }

    private BitSet cells() {
        BitSet published = new BitSet();
        for (int d = 0; d < told.length; d++) {
            for (int m = 0; m < Cells.MEASURES; m++) {
                for (int level = 0; level < Cells.LEVELS; level++) {
                    if (told[d][m] > (level == 0 ? NOTHING : IN_ALL)) {
                        published.set(Cells.cell(d, level, m));
                    }
                }
            }
        }
        return published;
    }

    /** One step for each cell that can be reckoned: beside it something is told less. */
    private void reckon() {
        moved = false;
        new Reckoner(cells).pinned(cells()).stream().forEach(this::mend);
    }

    private void mend(int cell) {
        int division = cell / Cells.MEASURES / Cells.LEVELS;
        int level = cell / Cells.MEASURES % Cells.LEVELS;
        int measure = cell % Cells.MEASURES;
        int most = level == 0 ? NOTHING : IN_ALL;
        int whole = cells.whole(division);
        int beside = whole < 0
                ? -1
                : cells.parts(whole).stream()
                        .filter(part -> told[part][measure] > most)
                        .min(Comparator.<Integer>comparingLong(
                                        part -> cells.tally(part).count(level, measure))
                                .thenComparing(part -> cells.tally(part).division()))
                        .orElse(-1);
        if (beside >= 0) {
            lower(beside, measure, most);
        } else if (whole >= 0 && told[whole][measure] > most) {
            lower(whole, measure, most);
        } else if (told[division][measure] > NOTHING) {
            lower(division, measure, NOTHING);
        } else {
            boolean mended = moved;
            moved = false;
            for (int other : BOUND) {
                lower(division, other, most);
            }
            lower(division, Tally.SILENT, most);
            lower(division, Tally.OVERDUE, most);
            if (!moved) {
                giveUp(measure);
            }
            moved |= mended;
        }
    }

    /** Where nothing beside a cell is left to be kept back, its measure is published nowhere. */
    private void giveUp(int measure) {
        for (int d = 0; d < told.length; d++) {
            lower(d, measure, NOTHING);
            for (int other : BOUND) {
                lower(d, other, NOTHING);
            }
        }
    }
}
