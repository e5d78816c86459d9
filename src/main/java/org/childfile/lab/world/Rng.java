package org.childfile.lab.world;

import java.util.List;

/**
 * A stream of chance that depends on nothing but the numbers it is made of (SplitMix64; Steele, Lea, Flood 2014). Each
 * family and each of its records has its own, so that what happens to one changes no other.
 */
public final class Rng {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Rng(long state) {
        this.state = state;
    }

    public static Rng of(long seed, long first) {
        return new Rng(mix(mix(seed) + first));
    }

    public static Rng of(long seed, long first, long second) {
        return new Rng(mix(mix(mix(seed) + first) + second));
    }

    public static Rng of(long seed, long first, long second, long third) {
        return new Rng(mix(mix(mix(mix(seed) + first) + second) + third));
    }

    private static long mix(long value) {
        long z = value + GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public long next() {
        state += GAMMA;
        return mix(state);
    }

    /** From 0 (inclusive) to 1 (exclusive). */
    double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public boolean chance(double probability) {
        return fraction() < probability;
    }

    /** From 0 to {@code bound - 1}. */
    public int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** From {@code low} to {@code high}, both possible. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    public <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }
}
