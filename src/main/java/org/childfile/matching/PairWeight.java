package org.childfile.matching;

/** Weighs pairs of rows. One thread's. */
public interface PairWeight {

    /** The bits that speak for one person, the prior included, whatever a veto says; either way round the same. */
    double of(int a, int b);
}
