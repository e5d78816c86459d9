package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.childfile.linkage.model.Block;
import org.childfile.linkage.table.Longs;
import org.childfile.linkage.table.PeopleTable;
import org.childfile.linkage.table.Radix;

/**
 * The blocks of one rule: 40 bits of a key beside 24 bits of a row, so that the rows of one key stand together. A
 * block of one row is left out. Two keys that share their 40 bits only cost comparisons.
 */
final class RuleBlocks {

    static final int ROW_BITS = 24;
    static final int MOST_ROWS = 1 << ROW_BITS;
    static final long ROW = MOST_ROWS - 1;

    private static final int WORST = 5;

    private final Block rule;
    private final long[] entries;
    private final long pairs;
    private final long skippedPairs;
    private final List<BlockingReport.Key> worst;

    private RuleBlocks(Block rule, long[] entries, long pairs, long skippedPairs, List<BlockingReport.Key> worst) {
        this.rule = rule;
        this.entries = entries;
        this.pairs = pairs;
        this.skippedPairs = skippedPairs;
        this.worst = worst;
    }

    /** @param rows the keys of rows by the rule */
    static RuleBlocks of(Block rule, PeopleTable table, RowKeys rows) {
        Longs entries = new Longs(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            Longs keys = rows.of(row);
            for (int i = 0; i < keys.size(); i++) {
                entries.add(BlockKey.bits(keys.get(i)) << ROW_BITS | row);
            }
        }
        // The rows of one key came in their order, and stay in it.
        return grouped(rule, Radix.sorted(entries.trimmed(), ROW_BITS), table);
    }

    private static RuleBlocks grouped(Block rule, long[] sorted, PeopleTable table) {
        int limit = table.model().maxBlock();
        int kept = 0;
        long pairs = 0;
        long skipped = 0;
        List<long[]> worst = new ArrayList<>();
        for (int from = 0, to; from < sorted.length; from = to) {
            to = end(sorted, from, sorted.length);
            int size = to - from;
            if (size > 1 && (worst.size() < WORST || size > worst.getLast()[0])) {
                worst.add(new long[] {size, sorted[from] & ROW});
                keepWorst(worst);
            }
            if (size > limit) {
                skipped += (long) size * (size - 1) / 2;
            } else if (size > 1) {
                pairs += (long) size * (size - 1) / 2;
                System.arraycopy(sorted, from, sorted, kept, to - from);
                kept += to - from;
            }
        }
        List<BlockingReport.Key> keys = worst.stream()
                .map(each -> BlockingReport.Key.of(rule, table, (int) each[1], (int) each[0], each[0] > limit))
                .toList();
        return new RuleBlocks(rule, byFirstRow(sorted, kept), pairs, skipped, keys);
    }

    /** The blocks in the order of their first rows: as those who are compared stand near each other, so do the blocks. */
    private static long[] byFirstRow(long[] entries, int length) {
        Longs blocks = new Longs(length / 2);
        for (int from = 0; from < length; from = end(entries, from, length)) {
            blocks.add((entries[from] & ROW) << Integer.SIZE | from);
        }
        long[] ordered = new long[length];
        int at = 0;
        for (long block : Radix.sorted(blocks.trimmed(), Integer.SIZE)) {
            int from = (int) block;
            int to = end(entries, from, length);
            System.arraycopy(entries, from, ordered, at, to - from);
            at += to - from;
        }
        return ordered;
    }

    private static void keepWorst(List<long[]> worst) {
        worst.sort(Comparator.comparingLong((long[] each) -> -each[0]).thenComparingLong(each -> each[1]));
        if (worst.size() > WORST) {
            worst.removeLast();
        }
    }

    /** Where the block that begins at a position ends. */
    static int end(long[] entries, int from, int length) {
        long key = entries[from] & ~ROW;
        int to = from + 1;
        while (to < length && (entries[to] & ~ROW) == key) {
            to++;
        }
        return to;
    }

    Block rule() {
        return rule;
    }

    long[] entries() {
        return entries;
    }

    long pairs() {
        return pairs;
    }

    BlockingReport.Rule report() {
        return new BlockingReport.Rule(rule.written(), pairs, skippedPairs, worst);
    }
}
