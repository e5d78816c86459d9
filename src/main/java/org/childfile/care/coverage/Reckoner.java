package org.childfile.care.coverage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.childfile.care.coverage.Cells.AtMost;
import org.childfile.care.coverage.Cells.Sum;

/**
 * What can be worked out of the cells that are published: between which numbers each of the others must lie, as no count is
 * less than nothing and the sums are known. Bounds are carried from sum to sum until none moves.
 */
final class Reckoner {

    private static final long NO_END = Long.MAX_VALUE / 4;
    private static final int SWEEPS = 200;

    private final Cells cells;
    private final List<Sum> sums;
    private final List<AtMost> bounds;

    Reckoner(Cells cells) {
        this.cells = cells;
        this.sums = cells.sums();
        this.bounds = cells.bounds();
    }

    /** The cells that are not published and that can be one number only. */
    BitSet pinned(BitSet published) {
        long[] least = new long[cells.size()];
        long[] most = new long[cells.size()];
        Arrays.fill(most, NO_END);
        published.stream().forEach(cell -> {
            least[cell] = cells.count(cell);
            most[cell] = cells.count(cell);
        });
        boolean moved = true;
        for (int sweep = 0; moved && sweep < SWEEPS; sweep++) {
            moved = false;
            for (Sum sum : sums) {
                moved |= tighten(sum, least, most);
            }
            for (AtMost bound : bounds) {
                moved |= lower(most, bound.smaller(), most[bound.larger()]);
                moved |= raise(least, bound.larger(), least[bound.smaller()]);
            }
        }
        BitSet pinned = new BitSet();
        for (int cell = 0; cell < least.length; cell++) {
            if (!published.get(cell) && least[cell] >= most[cell]) {
                pinned.set(cell);
            }
        }
        return pinned;
    }

    /** Each cell of a sum is bound by what the others can be. */
    private static boolean tighten(Sum sum, long[] least, long[] most) {
        long low = 0;
        long high = 0;
        int endless = 0;
        int endlessMinus = 0;
        for (int cell : sum.plus()) {
            low += least[cell];
            high += most[cell] < NO_END ? most[cell] : 0;
            endless += most[cell] < NO_END ? 0 : 1;
        }
        for (int cell : sum.minus()) {
            high -= least[cell];
            low -= most[cell] < NO_END ? most[cell] : 0;
            endlessMinus += most[cell] < NO_END ? 0 : 1;
        }
        boolean moved = false;
        for (int cell : sum.plus()) {
            boolean end = most[cell] < NO_END;
            if (endlessMinus == 0) {
                moved |= lower(most, cell, sum.total() - (low - least[cell]));
            }
            if (endless == 0 || endless == 1 && !end) {
                moved |= raise(least, cell, sum.total() - (high - (end ? most[cell] : 0)));
            }
        }
        for (int cell : sum.minus()) {
            boolean end = most[cell] < NO_END;
            if (endless == 0) {
                moved |= lower(most, cell, high + least[cell] - sum.total());
            }
            if (endlessMinus == 0 || endlessMinus == 1 && !end) {
                moved |= raise(least, cell, low + (end ? most[cell] : 0) - sum.total());
            }
        }
        return moved;
    }

    private static boolean lower(long[] most, int cell, long bound) {
        if (bound >= most[cell]) {
            return false;
        }
        most[cell] = bound;
        return true;
    }

    private static boolean raise(long[] least, int cell, long bound) {
        if (bound <= least[cell]) {
            return false;
        }
        least[cell] = bound;
        return true;
    }
}
