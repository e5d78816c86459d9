package org.childfile.care.pairing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A child who needs a caring mother.
 *
 * @param urgency the place of its kind in the rules; 0 is the most urgent
 * @param skills each helps with the child's difficulty; empty where none does
 * @param barred mothers who cannot be hers: refused, or a party to the case
 * @param known mothers whom the child had or whom a brother or sister has
 * @param standing the mother who is proposed already
 */
record Need(
        String childId,
        int urgency,
        Locality place,
        Set<String> skills,
        Set<String> barred,
        Set<String> known,
        @Nullable String standing) {

    Need {
        skills = Set.copyOf(skills);
        barred = Set.copyOf(barred);
        known = Set.copyOf(known);
    }

    /** The same with another proposal; null for none. */
    Need standing(@Nullable String mother) {
        return new Need(childId, urgency, place, skills, barred, known, mother);
    }
}
