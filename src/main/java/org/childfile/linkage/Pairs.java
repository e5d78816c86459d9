package org.childfile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Finds the pairs worth an edge: records that share a block, at least one of them changed. The result is a pure function
 * of the records, whatever their order.
 */
final class Pairs {

    private final Weights weights;
    private final LongConsumer progress;

    Pairs(Weights weights, LongConsumer progress) {
        this.weights = weights;
        this.progress = progress;
    }

    /**
     * Compares within blocks.
     *
     * @param records all that may matter
     * @param changed the numbers of those that are new or changed; pairs without any of them stand as they are
     */
    List<Edge> edges(List<LinkRecord> records, Set<Long> changed) {
        Blocked blocked = new Blocked(records);
        List<Edge> edges = new ArrayList<>();
        Set<Long> compared = new HashSet<>();
        for (int from = 0; from < blocked.size(); ) {
            int to = blocked.endOfBlock(from);
            for (int i = from; i < to; i++) {
                for (int j = i + 1; j < to; j++) {
                    compare(blocked.record(i), blocked.record(j), records, changed, compared, edges);
                }
            }
            from = to;
        }
        progress.accept(compared.size());
        return edges;
    }

    private void compare(
            int i, int j, List<LinkRecord> records, Set<Long> changed, Set<Long> compared, List<Edge> edges) {
        LinkRecord a = records.get(Math.min(i, j));
        LinkRecord b = records.get(Math.max(i, j));
        if (!changed.contains(a.recordId()) && !changed.contains(b.recordId())) {
            return;
        }
        if (a.id() != null && b.id() != null && !a.id().equals(b.id())) {
            return;
        }
        if (!compared.add(((long) Math.min(i, j) << 32) | Math.max(i, j))) {
            return;
        }
        if (compared.size() % 200_000 == 0) {
            progress.accept(compared.size());
        }
        PairScore score = PairScore.of(a, b, weights);
        if (!score.vetoed() && score.total() >= weights.review()) {
            edges.add(new Edge(
                    Math.min(a.recordId(), b.recordId()), Math.max(a.recordId(), b.recordId()), score.total()));
        }
    }

    /** Record positions in the order of their block keys: two parallel columns instead of millions of objects. */
    private static final class Blocked {
        private final long[] keys;
        private final int[] records;

        Blocked(List<LinkRecord> all) {
            long[][] perRecord = new long[all.size()][];
            Blocks blocks = new Blocks();
            int total = 0;
            for (int i = 0; i < all.size(); i++) {
                perRecord[i] = blocks.of(all.get(i));
                total += perRecord[i].length;
            }
            Map<Long, Integer> sizes = HashMap.newHashMap(total / 2);
            for (long[] each : perRecord) {
                for (long key : each) {
                    sizes.merge(key, 1, Integer::sum);
                }
            }
            // Most keys stand in one record only: left out, they cost no sorting.
            int shared = 0;
            for (long[] each : perRecord) {
                for (long key : each) {
                    shared += sizes.getOrDefault(key, 0) > 1 ? 1 : 0;
                }
            }
            long[][] entries = new long[shared][];
            int at = 0;
            for (int i = 0; i < perRecord.length; i++) {
                for (long key : perRecord[i]) {
                    if (sizes.getOrDefault(key, 0) > 1) {
                        entries[at++] = new long[] {key, i};
                    }
                }
            }
            Arrays.sort(entries, (x, y) -> x[0] != y[0] ? Long.compare(x[0], y[0]) : Long.compare(x[1], y[1]));
            keys = new long[shared];
            records = new int[shared];
            for (int i = 0; i < shared; i++) {
                keys[i] = entries[i][0];
                records[i] = (int) entries[i][1];
            }
        }

        int size() {
            return keys.length;
        }

        int record(int position) {
            return records[position];
        }

        int endOfBlock(int from) {
            int to = from;
            while (to < keys.length && keys[to] == keys[from]) {
                to++;
            }
            return to;
        }
    }
}
