package org.childfile.access.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PuncturableTreeTest {

    private static final byte[] ROOT = new byte[PuncturableTree.SEED_BYTES];

    @ParameterizedTest
    @EnumSource
    void aDestroyedLeafIsGoneAndEveryOtherOneStays(Suite suite) {
        PuncturableTree whole = PuncturableTree.whole(suite, ROOT);
        long gone = 0x1234_5678_9ABC_DEF0L;
        Map<Long, byte[]> others = new HashMap<>();
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long beside = gone ^ 1L << bit;
            others.put(beside, whole.leaf(beside).orElseThrow());
        }

        PuncturableTree left = whole.without(gone);

        assertThat(left.leaf(gone)).isEmpty();
        others.forEach((path, leaf) -> assertThat(left.leaf(path)).contains(leaf));
        assertThat(left.without(gone).leaf(gone)).isEmpty();
    }

    @Test
    void manyLeavesMayGoAtOnceOrOneAfterTheOther() {
        SplittableRandom random = new SplittableRandom(7);
        PuncturableTree whole = PuncturableTree.whole(Suite.AES, ROOT);
        long[] gone = random.longs(200).toArray();
        gone[0] = 0;
        gone[1] = -1;
        gone[2] = Long.MIN_VALUE;
        gone[3] = 1;
        PuncturableTree one = whole;
        for (long path : gone) {
            one = one.without(path);
        }

        PuncturableTree all = whole.without(gone);

        assertThat(all.written()).isEqualTo(one.written());
        for (long path : gone) {
            assertThat(all.leaf(path)).isEmpty();
        }
        for (long path : random.longs(2000).toArray()) {
            assertThat(all.leaf(path)).contains(whole.leaf(path).orElseThrow());
        }
        // Of each leaf about three siblings a level remain beneath the levels that all share.
        assertThat(all.written().length / gone.length).isBetween(1200, 2400);
    }

    @Test
    void whatIsLeftIsReadAgain() {
        PuncturableTree left = PuncturableTree.whole(Suite.SM4, ROOT).without(5, 6, -7);

        PuncturableTree read = PuncturableTree.read(Suite.SM4, left.written());

        assertThat(read.leaf(4)).contains(left.leaf(4).orElseThrow());
        assertThat(read.leaf(5)).isEmpty();
        assertThat(read.leaf(-7)).isEmpty();
    }
}
