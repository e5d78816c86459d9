package org.childfile.linkage.comparison;

/** Asks a relation about two values. */
final class Holding {

    private Holding() {}

    /** Whether the relation that is written so holds, asked both ways. */
    static boolean holds(String written, String one, String other) {
        return holds(Relations.find(written).orElseThrow(), one, other);
    }

    private static <F> boolean holds(Relation<F> relation, String one, String other) {
        F first = relation.feature(one);
        F second = relation.feature(other);
        boolean holds = relation.holds(first, second);
        if (holds != relation.holds(second, first)) {
            throw new AssertionError(relation.written() + " is not symmetric for " + one + " and " + other);
        }
        return holds;
    }
}
