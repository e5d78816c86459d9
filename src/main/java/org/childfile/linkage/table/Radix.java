package org.childfile.linkage.table;

/** Sorts positions by a key each, least byte first: stable, and in time that grows as their number does. */
public final class Radix {

    private static final int BITS = 8;
    private static final int BUCKETS = 1 << BITS;
    private static final int WIDE_BITS = 10;
    private static final int WIDE_BUCKETS = 1 << WIDE_BITS;

    private Radix() {}

    /**
     * Numbers that are not negative, sorted by their bits from one on; of equal ones in the order given. The array given is
     * spent.
     */
    public static long[] sorted(long[] numbers, int fromBit) {
        long[] from = numbers;
        long[] to = new long[numbers.length];
        for (int shift = fromBit; shift < Long.SIZE; shift += WIDE_BITS) {
            int[] starts = new int[WIDE_BUCKETS + 1];
            for (long number : from) {
                starts[(int) (number >>> shift & WIDE_BUCKETS - 1) + 1]++;
            }
            boolean alike = false;
            for (int bucket = 0; bucket < WIDE_BUCKETS; bucket++) {
                alike |= starts[bucket + 1] == numbers.length;
                starts[bucket + 1] += starts[bucket];
            }
            if (alike) {
                continue;
            }
            for (long number : from) {
                to[starts[(int) (number >>> shift & WIDE_BUCKETS - 1)]++] = number;
            }
            long[] spent = from;
            from = to;
            to = spent;
        }
        return from;
    }

    /**
     * The positions in the order of their keys as unsigned numbers; of equal keys in the order given.
     *
     * @param keys by position
     */
    public static int[] sorted(int[] positions, long[] keys) {
        int[] from = positions.clone();
        int[] to = new int[positions.length];
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            int[] starts = new int[BUCKETS + 1];
            for (int position : from) {
                starts[(int) (keys[position] >>> shift & BUCKETS - 1) + 1]++;
            }
            boolean alike = false;
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                alike |= starts[bucket + 1] == positions.length;
                starts[bucket + 1] += starts[bucket];
            }
            if (alike) {
                continue;
            }
            for (int position : from) {
                to[starts[(int) (keys[position] >>> shift & BUCKETS - 1)]++] = position;
            }
            int[] spent = from;
            from = to;
            to = spent;
        }
        return from;
    }
}
