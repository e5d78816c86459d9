package org.childfile.access.privacy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A pseudo-random function of 64 bits that can be made to forget single inputs: a tree of seeds, four children a node, of which
 * each follows from its parent by a one-way function. Whoever holds the root has every leaf. A leaf is destroyed by putting in
 * the place of the seed above it the seeds of all that lies beside the way to it: every other leaf still follows, this one
 * never again. Immutable, safe for many threads.
 *
 * <p>Kept are the topmost seeds that are left, in the order of the leaves beneath them; no two cover the same leaf.
 *
 * <p>Source: Goldreich, Goldwasser, Micali, How to Construct Random Functions (1986); Boneh and Waters, Constrained
 * Pseudorandom Functions (2013).
 */
final class PuncturableTree {

    static final int SEED_BYTES = 16;

    private static final int LEVELS = 32;
    private static final int CHILDREN = 4;
    private static final int BITS = 2;
    /** Seeds of this depth are remembered: the way to a leaf begins there. */
    private static final int NEAR = 8;

    private static final int ENTRY_BYTES = 1 + Long.BYTES + SEED_BYTES;

    private final Suite suite;
    private final int[] depths;
    private final long[] starts;
    private final byte[][] seeds;
    private final AtomicReferenceArray<byte[]> near = new AtomicReferenceArray<>(1 << (NEAR * BITS));

    private PuncturableTree(Suite suite, Nodes nodes) {
        this.suite = suite;
        this.depths = Arrays.copyOf(nodes.depths, nodes.count);
        this.starts = Arrays.copyOf(nodes.starts, nodes.count);
        this.seeds = Arrays.copyOf(nodes.seeds, nodes.count);
    }

    /** Every leaf of a root. */
    static PuncturableTree whole(Suite suite, byte[] root) {
        Nodes nodes = new Nodes();
        nodes.add(0, 0, root.clone());
        return new PuncturableTree(suite, nodes);
    }

    /** The seed at the end of a path, 16 bytes; empty where it was destroyed. */
    Optional<byte[]> leaf(long path) {
        int slot = (int) (path >>> (Long.SIZE - NEAR * BITS));
        byte[] known = near.get(slot);
        if (known != null) {
            return Optional.of(descend(known, NEAR, LEVELS, path));
        }
        int node = covering(path);
        if (node < 0) {
            return Optional.empty();
        }
        int depth = depths[node];
        byte[] seed = seeds[node];
        if (depth <= NEAR) {
            seed = descend(seed, depth, NEAR, path);
            depth = NEAR;
            near.set(slot, seed);
        }
        return Optional.of(descend(seed, depth, LEVELS, path));
    }

    private byte[] descend(byte[] from, int depth, int until, long path) {
        byte[] seed = from;
        for (int level = depth; level < until; level++) {
            seed = child(seed, (int) (path >>> (Long.SIZE - BITS * (level + 1))) & (CHILDREN - 1));
        }
        return seed;
    }

    private byte[] child(byte[] seed, int index) {
        byte[] text = Arrays.copyOf(seed, SEED_BYTES + 1);
        text[SEED_BYTES] = (byte) index;
        return Arrays.copyOf(suite.hash(text), SEED_BYTES);
    }

    /** The number of the seed above a leaf; negative where there is none. */
    private int covering(long path) {
        int low = 0;
        int high = starts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(starts[middle], path) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high >= 0 && covers(starts[high], depths[high], path) ? high : -1;
    }

    private static boolean covers(long start, int depth, long path) {
        return depth == 0 || (start ^ path) >>> (Long.SIZE - BITS * depth) == 0;
    }

    /** The tree without some leaves; one that is gone already stays gone. */
    PuncturableTree without(long... paths) {
        long[] sorted = Arrays.stream(paths)
                .map(path -> path ^ Long.MIN_VALUE)
                .sorted()
                .distinct()
                .map(path -> path ^ Long.MIN_VALUE)
                .toArray();
        Nodes left = new Nodes();
        int next = 0;
        for (int node = 0; node < starts.length; node++) {
            while (next < sorted.length && Long.compareUnsigned(sorted[next], starts[node]) < 0) {
                next++;
            }
            int end = next;
            while (end < sorted.length && covers(starts[node], depths[node], sorted[end])) {
                end++;
            }
            keep(depths[node], starts[node], seeds[node], Arrays.copyOfRange(sorted, next, end), left);
            next = end;
        }
        return new PuncturableTree(suite, left);
    }

    /** Adds a seed, or what is left beneath it without some of its leaves. */
    private void keep(int depth, long start, byte[] seed, long[] without, Nodes left) {
        if (without.length == 0) {
            left.add(depth, start, seed);
        } else if (depth < LEVELS) {
            int next = 0;
            for (int index = 0; index < CHILDREN; index++) {
                long first = start | (long) index << (Long.SIZE - BITS * (depth + 1));
                int end = next;
                while (end < without.length && covers(first, depth + 1, without[end])) {
                    end++;
                }
                keep(depth + 1, first, child(seed, index), Arrays.copyOfRange(without, next, end), left);
                next = end;
            }
        }
    }

    /** The seeds that are left, one behind the other: depth (1 byte), first leaf beneath it (8), seed (16). */
    byte[] written() {
        ByteBuffer written = ByteBuffer.allocate(starts.length * ENTRY_BYTES);
        for (int node = 0; node < starts.length; node++) {
            written.put((byte) depths[node]).putLong(starts[node]).put(seeds[node]);
        }
        return written.array();
    }

    /** Reads what {@link #written} gives. */
    static PuncturableTree read(Suite suite, byte[] written) {
        ByteBuffer reading = ByteBuffer.wrap(written);
        Nodes nodes = new Nodes();
        while (reading.remaining() >= ENTRY_BYTES) {
            int depth = reading.get();
            long start = reading.getLong();
            byte[] seed = new byte[SEED_BYTES];
            reading.get(seed);
            nodes.add(depth, start, seed);
        }
        return new PuncturableTree(suite, nodes);
    }

    /** Seeds, as they are gathered. */
    private static final class Nodes {
        private int[] depths = new int[16];
        private long[] starts = new long[16];
        private byte[][] seeds = new byte[16][];
        private int count;

        void add(int depth, long start, byte[] seed) {
            if (count == depths.length) {
                depths = Arrays.copyOf(depths, 2 * count);
                starts = Arrays.copyOf(starts, 2 * count);
                seeds = Arrays.copyOf(seeds, 2 * count);
            }
            depths[count] = depth;
            starts[count] = start;
            seeds[count++] = seed;
        }
    }
}
