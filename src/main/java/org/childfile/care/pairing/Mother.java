package org.childfile.care.pairing;

import java.util.List;
import java.util.Set;

/**
 * A caring mother who may be proposed.
 *
 * @param places where she is listed, all of one district; not empty
 * @param pairs the children whom she has
 * @param free how many more she can take; may be 0
 * @param ageUnknown whether nobody knows that she is over 18
 * @param checked whether she needs no check for criminal records, or had one lately enough; else she is proposed to nobody
 */
record Mother(
        String volunteerId,
        List<Locality> places,
        Set<String> skills,
        int pairs,
        int free,
        boolean ageUnknown,
        boolean checked) {

    Mother {
        places = List.copyOf(places);
        skills = Set.copyOf(skills);
    }

    String district() {
        return places.getFirst().district();
    }

    /** How many children she has already when she takes the last one that she can. */
    int heaviest() {
        return pairs + free - 1;
    }
}
