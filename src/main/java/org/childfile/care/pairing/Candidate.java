package org.childfile.care.pairing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A child without a caring mother, as the tables tell of it.
 *
 * @param division where it lives, or else is registered
 * @param formerId the pairing that covers it no longer
 * @param cause never-paired, left-post, ended or unknown-volunteer
 */
record Candidate(
        String childId,
        boolean hidden,
        @Nullable String grade,
        List<String> kinds,
        @Nullable String enrolmentState,
        @Nullable String psychLevel,
        @Nullable String division,
        @Nullable String formerId,
        String cause,
        Set<String> refused,
        Set<String> parties,
        Set<String> known,
        @Nullable String standing) {

    Candidate {
        kinds = List.copyOf(kinds);
        refused = Set.copyOf(refused);
        parties = Set.copyOf(parties);
        known = Set.copyOf(known);
    }
}
