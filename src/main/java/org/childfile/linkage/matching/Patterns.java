package org.childfile.linkage.matching;

import java.util.Arrays;
import java.util.List;
import org.childfile.linkage.model.Comparison;
import org.childfile.linkage.model.Hashes;

/** How many pairs show each pattern: the levels of all comparisons as one number. */
public final class Patterns {

    private static final long EMPTY = -1;

    private long[] keys = new long[1 << 10];
    private long[] counts = new long[1 << 10];
    private int size;

    public Patterns() {
        Arrays.fill(keys, EMPTY);
    }

    /** What a level of each comparison counts in a pattern. */
    static long[] radix(List<Comparison> comparisons) {
        long[] radix = new long[comparisons.size()];
        long next = 1;
        for (int i = 0; i < radix.length; i++) {
            radix[i] = next;
            next = Math.multiplyExact(next, comparisons.get(i).levels().size() + 1);
        }
        return radix;
    }

    public void add(long pattern, long count) {
        int slot = slot(pattern);
        if (keys[slot] == EMPTY) {
            keys[slot] = pattern;
            if (++size * 2 > keys.length) {
                grow();
                slot = slot(pattern);
            }
        }
        counts[slot] += count;
    }

    public void addAll(Patterns other) {
        for (int i = 0; i < other.keys.length; i++) {
            if (other.keys[i] != EMPTY) {
                add(other.keys[i], other.counts[i]);
            }
        }
    }

    int size() {
        return size;
    }

    /** The patterns in their own order, whatever the order of arrival. */
    public long[] sorted() {
        return Arrays.stream(keys).filter(key -> key != EMPTY).sorted().toArray();
    }

    public long count(long pattern) {
        int slot = slot(pattern);
        return keys[slot] == EMPTY ? 0 : counts[slot];
    }

    public long total() {
        return Arrays.stream(counts).sum();
    }

    private int slot(long pattern) {
        int mask = keys.length - 1;
        int slot = (int) Hashes.mixed(pattern) & mask;
        while (keys[slot] != EMPTY && keys[slot] != pattern) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new long[keys.length];
        Arrays.fill(keys, EMPTY);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
