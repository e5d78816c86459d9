package org.childfile.linkage.matching;

import org.jspecify.annotations.Nullable;

/** Weighs pairs of rows. One thread's. */
public interface PairWeight {

    /** The bits that speak for one person, the prior included, whatever a veto says; either way round the same. */
    double of(int a, int b);

    /** Whether the pair that was weighed last agrees in what brothers and sisters share. */
    boolean akin();

    /** The bits of the pair that was weighed last by what brothers and sisters differ in. */
    double distinct();

    /** Why the pair that was weighed last keeps the groups of its rows apart; null where it does not. */
    @Nullable
    String apart();
}
