package org.childfile.linkage.matching;

/**
 * The levels of pairs of values that one thread met lately. A pair has one place, which a later pair takes over: the memory
 * is bounded, and what is forgotten is computed again.
 */
final class LevelCache {

    private static final int VALUE_BITS = 28;
    private static final int LEVEL_BITS = 8;

    private final Probe probe;
    /** The level of a value and itself, where that asks for nothing else. */
    private final int same;
    /** Whether only the same value has a level. */
    private final boolean exact;

    private final long[] slots;
    private final int shift;

    LevelCache(Probe probe, int bits) {
        this.probe = probe;
        this.same = probe.same();
        this.exact = probe.exact();
        this.slots = new long[exact ? 1 : 1 << bits];
        this.shift = 64 - bits;
    }

    /** The level of a value of the probe's first field and one of its second. */
    int level(int one, int other) {
        if (one == other && same != Probe.NO_LEVEL) {
            return same;
        }
        if (exact) {
            return Probe.NO_LEVEL;
        }
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
