package org.childfile.linkage.matching;

import org.childfile.linkage.model.Hashes;

/**
 * A block's key in any engine: the number of its rule above 39 bits of what its rows share, never negative. Two keys that share
 * their bits only cost comparisons.
 */
public final class BlockKey {

    private static final int BITS = 39;

    private BlockKey() {}

    static long of(int rule, long bits) {
        return (long) rule << BITS + 1 | bits;
    }

    /** The bits that are kept of a key that {@link RowKeys} made. */
    static long bits(long hash) {
        return hash >>> Long.SIZE - BITS;
    }

    /** The number of the rule. */
    public static int rule(long key) {
        return (int) (key >>> BITS + 1);
    }

    /** Whether a sample of a share of a rule's blocks takes this one. */
    public static boolean sampled(long key, double share) {
        long below = share >= 1 ? Long.MAX_VALUE : (long) (share * Long.MAX_VALUE);
        return Hashes.mixed(key) >>> 1 <= below;
    }

    /** The first key that two rows share, -1 for none; the keys of each ascend between two places. */
    public static long firstShared(long[] ofA, int fromA, int toA, long[] ofB, int fromB, int toB) {
        int i = fromA;
        int j = fromB;
        while (i < toA && j < toB) {
            long one = ofA[i];
            long other = ofB[j];
            if (one == other) {
                return one;
            }
            if (one < other) {
                i++;
            } else {
                j++;
            }
        }
        return -1;
    }
}
