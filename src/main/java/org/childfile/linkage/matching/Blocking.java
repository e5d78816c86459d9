package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.childfile.linkage.model.Block;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.PeopleTable;
import org.childfile.linkage.table.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Brings the pairs of rows worth comparing, each once, without ever holding them all:
 *
 * <ol>
 *   <li>Each rule makes blocks of rows; blocks of one row, and of more rows than the model allows, are left out.
 *   <li>Each row keeps its keys by rule and key.
 *   <li>A pair is brought by the first key that its two rows share, in that order, and by no other.
 * </ol>
 */
final class Blocking {

    /** Pairs that one task compares, about. */
    private static final long TASK_PAIRS = 100_000;

    /** Parts of the rows whose keys are gathered one after another. */
    private static final int PARTS = 8;

    private final PeopleTable table;
    private final List<RuleBlocks> rules;
    /** Where the keys of each row begin, and their end. */
    private final int[] starts;

    private final long[] keys;

    private Blocking(PeopleTable table, List<RuleBlocks> rules, int threads) {
        this.table = table;
        this.rules = rules;
        int rows = table.rows();
        this.starts = new int[rows + 1];
        // A part of the rows at a time: what is written then stays near, and no two threads write to one row.
        ofParts(threads, (rule, entry) -> starts[(int) (entry & RuleBlocks.ROW) + 1]++);
        for (int row = 0; row < rows; row++) {
            starts[row + 1] += starts[row];
        }
        this.keys = new long[starts[rows]];
        int[] next = Arrays.copyOf(starts, rows);
        ofParts(threads, (rule, entry) -> keys[next[(int) (entry & RuleBlocks.ROW)]++] = key(rule, entry));
        Workers.run(PARTS, threads, () -> part -> {
            int to = (int) ((long) rows * (part + 1) / PARTS);
            for (int row = (int) ((long) rows * part / PARTS); row < to; row++) {
                Arrays.sort(keys, starts[row], starts[row + 1]);
            }
        });
    }

    /** Takes an entry of a rule in. */
    private interface EntrySink {
        void entry(int rule, long entry);
    }

    private void ofParts(int threads, EntrySink sink) {
        int rows = table.rows();
        Workers.run(PARTS, threads, () -> part -> {
            long from = (long) rows * part / PARTS;
            long to = (long) rows * (part + 1) / PARTS;
            for (int rule = 0; rule < rules.size(); rule++) {
                for (long entry : rules.get(rule).entries()) {
                    long row = entry & RuleBlocks.ROW;
                    if (row >= from && row < to) {
                        sink.entry(rule, entry);
                    }
                }
            }
        });
    }

    static Blocking of(PeopleTable table, int threads) {
        if (table.rows() > RuleBlocks.MOST_ROWS) {
            throw new IllegalArgumentException(
                    "found " + table.rows() + " rows, allowed are at most " + RuleBlocks.MOST_ROWS);
        }
        List<Block> blocks = table.model().blocks();
        DerivedKeys.Shared shared = new DerivedKeys.Shared(threads);
        List<RowKeys> keys =
                blocks.stream().map(rule -> new RowKeys(rule, table, shared)).toList();
        @Nullable RuleBlocks[] rules = new RuleBlocks[blocks.size()];
        Workers.run(
                blocks.size(),
                threads,
                () -> number -> rules[number] = RuleBlocks.of(blocks.get(number), table, keys.get(number)));
        return new Blocking(
                table, Arrays.stream(rules).map(Objects::requireNonNull).toList(), threads);
    }

    /** Brings nothing. */
    static Blocking none(PeopleTable table) {
        return new Blocking(table, List.of(), 1);
    }

    BlockingReport report() {
        return new BlockingReport(
                rules.stream().map(RuleBlocks::report).toList(), table.model().maxBlock());
    }

    List<RuleBlocks> rules() {
        return rules;
    }

    private static long key(int rule, long entry) {
        return BlockKey.of(rule, entry >>> RuleBlocks.ROW_BITS);
    }

    /** Takes pairs in; the lower row first. */
    interface PairSink {
        /** Takes one pair; it is the first time if no earlier key brings it. */
        void pair(int a, int b, int rule, boolean first);
    }

    /** A stretch of blocks of one rule. */
    record Task(int rule, int from, int to) {}

    /** All blocks in stretches of about equal work, in order. */
    List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            long[] entries = rules.get(rule).entries();
            int start = 0;
            long pairs = 0;
            for (int from = 0, to; from < entries.length; from = to) {
                to = RuleBlocks.end(entries, from, entries.length);
                pairs += (long) (to - from) * (to - from - 1) / 2;
                if (pairs >= TASK_PAIRS || to == entries.length) {
                    tasks.add(new Task(rule, start, to));
                    start = to;
                    pairs = 0;
                }
            }
        }
        return tasks;
    }

    /** Brings the pairs of a task of which at least one row is fresh (null: all rows are), each by its first key alone. */
    void pairs(Task task, @Nullable BitSet fresh, PairSink sink) {
        long[] entries = rules.get(task.rule()).entries();
        for (int from = task.from(), to; from < task.to(); from = to) {
            to = RuleBlocks.end(entries, from, task.to());
            block(entries, from, to, task.rule(), fresh, false, sink);
        }
    }

    /** Brings all pairs of the blocks of a task that a sample takes, those too that an earlier key has brought. */
    void sampled(Task task, double share, PairSink sink) {
        long[] entries = rules.get(task.rule()).entries();
        for (int from = task.from(), to; from < task.to(); from = to) {
            to = RuleBlocks.end(entries, from, task.to());
            if (BlockKey.sampled(key(task.rule(), entries[from]), share)) {
                block(entries, from, to, task.rule(), null, true, sink);
            }
        }
    }

    private void block(long[] entries, int from, int to, int rule, @Nullable BitSet fresh, boolean all, PairSink sink) {
        long key = key(rule, entries[from]);
        boolean across = table.model().link() != LinkModel.Link.ALL;
        for (int i = from; i < to; i++) {
            int a = (int) (entries[i] & RuleBlocks.ROW);
            boolean aFresh = fresh == null || fresh.get(a);
            for (int j = i + 1; j < to; j++) {
                int b = (int) (entries[j] & RuleBlocks.ROW);
                if (a == b
                        || !(aFresh || fresh == null || fresh.get(b))
                        || (across && table.source(a) == table.source(b))) {
                    continue;
                }
                boolean first = firstShared(a, b) == key;
                if (first || all) {
                    sink.pair(a, b, rule, first);
                }
            }
        }
    }

    /** Whether some rule brings a pair. */
    boolean brings(int a, int b) {
        return firstShared(a, b) >= 0;
    }

    private long firstShared(int a, int b) {
        return BlockKey.firstShared(keys, starts[a], starts[a + 1], keys, starts[b], starts[b + 1]);
    }

    /** Runs a worker over all tasks. */
    void each(List<Task> tasks, int threads, Supplier<? extends Workers.Worker> workers) {
        Workers.run(tasks.size(), threads, workers);
    }
}
