package org.childfile.linkage.comparison;

/**
 * The similarity of Jaro (1989) with the prefix bonus of Winkler (1990): 0 for nothing in common, 1 for equal texts.
 *
 * <p>Which characters have found a partner stands in the bits of a long, so only the first 64 characters are compared.
 */
final class JaroWinkler {

    private static final int LONGEST = 64;
    private static final int LONGEST_PREFIX = 4;
    private static final double PREFIX_WEIGHT = 0.1;

    private JaroWinkler() {}

    /** The similarity with 0.1 for each of up to four first characters that agree. */
    static double of(char[] one, char[] other) {
        double jaro = jaro(one, other);
        int most = Math.min(LONGEST_PREFIX, Math.min(one.length, other.length));
        int prefix = 0;
        while (prefix < most && one[prefix] == other[prefix]) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    /** The mean of the shares of common characters in both and of those in order; common ones stand near each other. */
    static double jaro(char[] one, char[] other) {
        int left = Math.min(LONGEST, one.length);
        int right = Math.min(LONGEST, other.length);
        if (left == 0 || right == 0) {
            return 0;
        }
        int reach = Math.max(0, Math.max(left, right) / 2 - 1);
        long paired = 0;
        long taken = 0;
        for (int i = 0; i < left; i++) {
            int to = Math.min(right, i + reach + 1);
            for (int j = Math.max(0, i - reach); j < to; j++) {
                if (one[i] == other[j] && (taken >>> j & 1) == 0) {
                    paired |= 1L << i;
                    taken |= 1L << j;
                    break;
                }
            }
        }
        int common = Long.bitCount(paired);
        if (common == 0) {
            return 0;
        }
        double inOrder = common - outOfOrder(one, paired, other, taken) / 2.0;
        return ((double) common / left + (double) common / right + inOrder / common) / 3;
    }

    private static int outOfOrder(char[] one, long paired, char[] other, long taken) {
        int count = 0;
        long rest = taken;
        for (long left = paired; left != 0; left &= left - 1) {
            boolean same = one[Long.numberOfTrailingZeros(left)] == other[Long.numberOfTrailingZeros(rest)];
            count += same ? 0 : 1;
            rest &= rest - 1;
        }
        return count;
    }
}
