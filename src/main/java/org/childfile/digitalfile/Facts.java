package org.childfile.digitalfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The facts of one child, each with what it rests on. What is dear to know is found out when it is first asked for. */
final class Facts {

    private final FactCatalogue catalogue;
    private final Map<String, List<Entry>> known = new HashMap<>();
    private final Map<String, Supplier<List<Entry>>> dear = new HashMap<>();

    Facts(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void know(String fact, List<Entry> entries) {
        known.put(fact, List.copyOf(entries));
    }

    void find(String fact, Supplier<List<Entry>> entries) {
        dear.put(fact, entries);
    }

    /** The values of a fact; none where it is not known, one but for lists. */
    List<Entry> entries(String fact) {
        List<Entry> entries = known.get(fact);
        if (entries != null) {
            return entries;
        }
        Supplier<List<Entry>> finding = dear.remove(fact);
        List<Entry> found = finding == null ? List.of() : finding.get();
        know(fact, found);
        return found;
    }

    /** An outcome that rests on there being no value of a fact. */
    Outcome none(String fact, boolean holds) {
        String sight = catalogue.find(fact).map(FactCatalogue.Fact::sight).orElse(fact);
        return Outcome.of(holds, List.of(Proof.of(fact, null, sight)));
    }
}
