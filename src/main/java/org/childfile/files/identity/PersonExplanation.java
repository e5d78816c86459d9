package org.childfile.files.identity;

import java.util.List;
import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.SourceKey;

/**
 * Why a person is made of the records it is made of.
 *
 * @param personId the id under which the person lives on
 * @param records each record, in the order of keys, with what holds it; none in a person of one record
 * @param nearMisses the other persons that its records come near to, the nearest first
 */
public record PersonExplanation(String personId, Population population, List<Held> records, List<NearMiss> nearMisses) {

    /**
     * A record and the strongest evidence that holds it in the person.
     *
     * @param by the record that it agrees with best; the record itself where the person has no other
     * @param byPerson whether a person's verdict put it where it is
     */
    public record Held(SourceKey record, SourceKey by, boolean byPerson, Explanation explanation) {}

    /** The best pair with another person. */
    public record NearMiss(SourceKey record, SourceKey other, String otherPerson, Explanation explanation) {}

    public PersonExplanation {
        records = List.copyOf(records);
        nearMisses = List.copyOf(nearMisses);
    }
}
