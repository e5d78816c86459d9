package org.childfile.lab.registers;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the departments' records of one child tell of its difficulties, on each of the two nights. */
final class Evidence {

    /** What a record on the roster of children in difficulty tells. */
    static final String ROSTER = "roster";

    private final List<Set<String>> nights = List.of(new TreeSet<>(), new TreeSet<>());

    /**
     * A record is there on a night.
     *
     * @param night 1 or 2
     * @param told kinds of difficulty that it proves, or {@link #ROSTER}
     */
    void told(int night, Set<String> told) {
        nights.get(night - 1).addAll(told);
    }

    /** The kinds by which the child is a hidden one. */
    Set<String> hidden(int night) {
        Set<String> told = nights.get(night - 1);
        return told.contains(ROSTER) ? Set.of() : told;
    }
}
