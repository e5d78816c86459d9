package org.childfile.matching;

/**
 * The levels of pairs of values that one thread met lately. A pair has one place, which a later pair takes over: the memory
 * is bounded, and what is forgotten is computed again.
 */
final class LevelCache {

    private static final int VALUE_BITS = 28;
    private static final int LEVEL_BITS = 8;

    private final Probe probe;
    private final long[] slots;
    private final int shift;

    LevelCache(Probe probe, int bits) {
        this.probe = probe;
        this.slots = new long[1 << bits];
        this.shift = 64 - bits;
    }

    /** The level of a value of the probe's first field and one of its second. */
    int level(int one, int other) {
        boolean swap = !probe.crossed() && one > other;
        int low = swap ? other : one;
        int high = swap ? one : other;
        // Counted from 1, so that an empty place is no pair.
        long pair = (long) (low + 1) << VALUE_BITS | high;
        int slot = (int) (pair * 0x9E3779B97F4A7C15L >>> shift);
        long held = slots[slot];
        if (held >>> LEVEL_BITS == pair) {
            return (int) held & 0xFF;
        }
        int level = probe.level(low, high);
        slots[slot] = pair << LEVEL_BITS | level;
        return level;
    }
}
