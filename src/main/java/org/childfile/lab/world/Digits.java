package org.childfile.lab.world;

/** Numbers as text of a fixed width. */
public final class Digits {

    /** A power of 3, so that multiplying by it shuffles the numbers below any power of ten without a collision. */
    private static final long SHUFFLE = 387_420_489L;

    private Digits() {}

    public static String pad(long number, int width) {
        char[] text = new char[width];
        long rest = number;
        for (int i = width - 1; i >= 0; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(text);
    }

    /** A different number of nine digits for each index, in no visible order and different for each salt. */
    public static String shuffled(long index, int salt) {
        return pad(Math.floorMod(index * SHUFFLE + salt * 123_456_791L, 1_000_000_000L), 9);
    }
}
