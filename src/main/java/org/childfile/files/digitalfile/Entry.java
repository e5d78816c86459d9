package org.childfile.files.digitalfile;

import java.util.Collection;
import java.util.List;

/**
 * One value of a fact.
 *
 * @param value String, Boolean, Integer or LocalDate
 * @param from what it rests on
 */
record Entry(Object value, Outcome from) {

    static Entry of(Object value, Proof proof) {
        return new Entry(value, Outcome.of(true, List.of(proof)));
    }

    static Outcome together(boolean holds, Collection<Entry> entries) {
        return Outcome.together(holds, entries.stream().map(Entry::from).toList());
    }
}
