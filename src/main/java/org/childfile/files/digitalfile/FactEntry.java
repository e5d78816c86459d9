package org.childfile.files.digitalfile;

import java.util.Collection;
import java.util.List;

/**
 * One value of a fact.
 *
 * @param value String, Boolean, Integer or LocalDate
 * @param from what it rests on
 */
record FactEntry(Object value, Outcome from) {

    static FactEntry of(Object value, Proof proof) {
        return new FactEntry(value, Outcome.of(true, List.of(proof)));
    }

    static Outcome together(boolean holds, Collection<FactEntry> entries) {
        return Outcome.together(holds, entries.stream().map(FactEntry::from).toList());
    }
}
