package org.childfile.jobs;

import java.util.HashSet;
import java.util.Set;
import org.childfile.ingest.mapping.Population;

/** The persons who changed in one round of a stream run, and their pairings: what its later stages look at. */
final class ChangedPersons {

    private final Set<String> children = new HashSet<>();
    private final Set<String> volunteers = new HashSet<>();
    private final Set<String> pairings = new HashSet<>();

    Set<String> children() {
        return children;
    }

    Set<String> volunteers() {
        return volunteers;
    }

    Set<String> pairings() {
        return pairings;
    }

    Set<String> of(Population population) {
        return population == Population.VOLUNTEER ? volunteers : children;
    }

    /** Children and volunteers. */
    Set<String> persons() {
        Set<String> persons = new HashSet<>(children);
        persons.addAll(volunteers);
        return persons;
    }
}
