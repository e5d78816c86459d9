package org.childfile.files.digitalfile;

import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A rule that fires for a child.
 *
 * @param rule the rule's id; of a hidden child the kind of difficulty
 * @param version the rule's version
 * @param outcome its evidence
 * @param core what of the evidence is about the difficulty itself: of a hidden child that of the kind
 */
record Hit(Part part, String rule, String version, Outcome outcome, Outcome core) {

    /** What the evidence says, whoever says so and whenever. A change of it is a change in substance. */
    String substance() {
        return core.proofs().stream()
                .map(Proof::substance)
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }
}
