package org.childfile.files.digitalfile;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The facts of one child, each with what it rests on. What is dear to know is found out when it is first asked for. */
final class Facts {

    private final FactCatalogue catalogue;
    private final Map<String, List<FactEntry>> known = new HashMap<>();
    private final Map<String, Supplier<List<FactEntry>>> dear = new HashMap<>();

    private @Nullable LocalDate until;

    Facts(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void know(String fact, List<FactEntry> entries) {
        known.put(fact, List.copyOf(entries));
    }

    void find(String fact, Supplier<List<FactEntry>> entries) {
        dear.put(fact, entries);
    }

    /** The values of a fact; none where it is not known, one but for lists. */
    List<FactEntry> entries(String fact) {
        List<FactEntry> entries = known.get(fact);
        if (entries != null) {
            return entries;
        }
        Supplier<List<FactEntry>> finding = dear.remove(fact);
        List<FactEntry> found = finding == null ? List.of() : finding.get();
        know(fact, found);
        return found;
    }

    /** What was said of these facts may be otherwise from a day on. */
    void standsUntil(LocalDate day) {
        if (until == null || day.isBefore(until)) {
            until = day;
        }
    }

    /** The first day on which something else may be said of the same facts; empty if never. */
    Optional<LocalDate> until() {
        return Optional.ofNullable(until);
    }

    /** An outcome that rests on there being no value of a fact. */
    Outcome none(String fact, boolean holds) {
        String sight = catalogue.find(fact).map(FactCatalogue.Fact::sight).orElse(fact);
        return Outcome.of(holds, List.of(Proof.of(fact, null, sight)));
    }
}
