package org.childfile.linkage.matching;

import java.io.Serializable;
import java.util.SplittableRandom;
import org.childfile.linkage.model.Hashes;

/**
 * Random pairs of the rows of a table, the same for every engine; all pairs, where there are no more than asked for. Those of a
 * large table are made of some rows at a time, drawn at random, whose values then stay at hand.
 *
 * @param rows of the table
 * @param most how many pairs
 */
public record RandomPairs(long seed, long rows, long most) implements Serializable {

    private static final int TASK_PAIRS = 1 << 13;
    private static final int DRAWN = 1 << 9;

    /** Takes pairs of two different rows in. */
    public interface Sink {
        void pair(long a, long b);
    }

    /** Whether all pairs are brought. */
    public boolean every() {
        return rows * (rows - 1) / 2 <= most;
    }

    public int tasks() {
        return every() ? (int) rows : (int) ((most + TASK_PAIRS - 1) / TASK_PAIRS);
    }

    /** The rows of which a task makes pairs, where not all pairs are brought. */
    public long[] drawn(int task) {
        return drawn(random(task));
    }

    private SplittableRandom random(int task) {
        return new SplittableRandom(Hashes.mixed(seed, task));
    }

    private long[] drawn(SplittableRandom random) {
        return rows <= Integer.MAX_VALUE
                ? random.ints(DRAWN, 0, (int) rows).asLongStream().toArray()
                : random.longs(DRAWN, 0, rows).toArray();
    }

    /** Brings the pairs of a task. */
    public void of(int task, Sink sink) {
        if (every()) {
            for (long b = task + 1L; b < rows; b++) {
                sink.pair(task, b);
            }
            return;
        }
        SplittableRandom random = random(task);
        long[] drawn = drawn(random);
        for (long i = 0; i < Math.min(TASK_PAIRS, most - (long) task * TASK_PAIRS); i++) {
            long a = drawn[random.nextInt(drawn.length)];
            long b = drawn[random.nextInt(drawn.length)];
            if (a != b) {
                sink.pair(a, b);
            }
        }
    }
}
