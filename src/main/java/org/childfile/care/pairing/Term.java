package org.childfile.care.pairing;

import java.util.Locale;

/** What a pair costs, a whole number from 0 on each. */
enum Term {
    /** 1 for another mother than the one who is proposed already. */
    STANDING,
    /** 0 same village, 1 same township, 2 same district, 3 neighbouring township of another one. */
    DISTANCE,
    /** 1 where something would help the child that she is not skilled in. */
    SKILLS,
    /** The children whom she has already. */
    WORKLOAD,
    /** 1 for a mother whom neither the child nor a brother or sister knows. */
    CONTINUITY;

    static final int FARTHEST = 3;

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
