package org.childfile.linkage.matching;

import java.util.List;

/** What persons decided; it outranks every weight and every veto. */
public record PairVerdicts(List<Pair> same, List<Pair> different) {

    public static final PairVerdicts NONE = new PairVerdicts(List.of(), List.of());

    public PairVerdicts {
        same = List.copyOf(same);
        different = List.copyOf(different);
    }

    /** Two rows. */
    public record Pair(int a, int b) implements Comparable<Pair> {
        public Pair {
            int lower = Math.min(a, b);
            b = Math.max(a, b);
            a = lower;
        }

        @Override
        public int compareTo(Pair other) {
            return a != other.a ? Integer.compare(a, other.a) : Integer.compare(b, other.b);
        }
    }
}
