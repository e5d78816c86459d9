package org.childfile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Finds the pairs worth an edge: records that share a block, at least one of them changed. The result is a pure function
 * of the records, whatever their order.
 *
 * <p>Blocks and candidate pairs are columns of primitive numbers: 40 bits of a block key beside 24 bits of a record's
 * position, sorted. Two keys that share their 40 bits only cost comparisons.
 */
final class Pairs {

    private static final int POSITION_BITS = 24;
    private static final long POSITION = (1L << POSITION_BITS) - 1;
    /** How far above joining, in bits, all else must agree before two different id numbers are doubted. */
    private static final double CLEARLY = 3;

    private static final int TELL_EVERY = 200_000;

    private final Weights weights;
    private final LongConsumer progress;

    Pairs(Weights weights, LongConsumer progress) {
        this.weights = weights;
        this.progress = progress;
    }

    /**
     * Compares within blocks.
     *
     * @param records all that may matter, at most 16 million
     * @param changed the numbers of those that are new or changed; pairs without any of them stand as they are
     */
    List<Edge> edges(List<LinkRecord> records, Set<Long> changed) {
        boolean[] fresh = new boolean[records.size()];
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] = changed.contains(records.get(i).recordId());
        }
        long[] candidates = candidates(blocked(records), fresh);
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < candidates.length; i++) {
            if (i == 0 || candidates[i] != candidates[i - 1]) {
                compare(records.get((int) (candidates[i] >>> 32)), records.get((int) candidates[i]), edges);
            }
            if (i % TELL_EVERY == 0) {
                progress.accept(i);
            }
        }
        progress.accept(candidates.length);
        return edges;
    }

    private void compare(LinkRecord a, LinkRecord b, List<Edge> edges) {
        PairScore score = PairScore.of(a, b, weights);
        if (!score.vetoed() && score.total() >= weights.review()) {
            edges.add(edge(a, b, score.total(), false));
        } else if (score.vetoed() && onlyNumbersDiffer(a, b)) {
            double rest = PairScore.of(a.withoutId(), b, weights).total();
            if (rest >= weights.join() + CLEARLY) {
                edges.add(edge(a, b, rest, true));
            }
        }
    }

    /** Whether two records with two valid numbers have name and date of birth in common. */
    private static boolean onlyNumbersDiffer(LinkRecord a, LinkRecord b) {
        return a.id() != null
                && b.id() != null
                && !a.id().equals(b.id())
                && a.name() != null
                && a.name().equals(b.name())
                && a.birth() != null
                && a.birth().equals(b.birth());
    }

    private static Edge edge(LinkRecord a, LinkRecord b, double weight, boolean barred) {
        return new Edge(Math.min(a.recordId(), b.recordId()), Math.max(a.recordId(), b.recordId()), weight, barred);
    }

    private static long[] blocked(List<LinkRecord> records) {
        Column column = new Column();
        Blocks blocks = new Blocks();
        for (int i = 0; i < records.size(); i++) {
            for (long key : blocks.of(records.get(i))) {
                column.add((key & ~POSITION) | i);
            }
        }
        return column.sorted();
    }

    private static long[] candidates(long[] blocked, boolean[] fresh) {
        Column pairs = new Column();
        for (int from = 0; from < blocked.length; ) {
            int to = from + 1;
            while (to < blocked.length && (blocked[to] & ~POSITION) == (blocked[from] & ~POSITION)) {
                to++;
            }
            for (int i = from; i < to; i++) {
                int a = (int) (blocked[i] & POSITION);
                for (int j = i + 1; j < to; j++) {
                    int b = (int) (blocked[j] & POSITION);
                    if (a != b && (fresh[a] || fresh[b])) {
                        pairs.add(((long) a << 32) | b);
                    }
                }
            }
            from = to;
        }
        return pairs.sorted();
    }

    /** A growing column of numbers. */
    private static final class Column {
        private long[] values = new long[1 << 12];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
