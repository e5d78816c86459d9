package org.childfile.cli.review;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.files.identity.PersonExplanation;
import org.childfile.files.identity.RecordPair;

/** Whom and what a reviewer is shown with two records, or with why a person is one. */
final class PairAccess {

    private PairAccess() {}

    /** Records that a pair is about to be shown. A pair that is not to tell its persons is recorded by its attributes. */
    static void record(CliDoor door, String action, RecordPair pair, boolean reveal) {
        List<String> attributes =
                pair.values().rows().stream().map(row -> row.attribute().name()).toList();
        List<String> persons = Stream.of(pair.left(), pair.right())
                .filter(Objects::nonNull)
                .map(RecordPair.Side::personId)
                .toList();
        door.record(action, persons, attributes, CliDoor.detail(reveal));
    }

    /** The explained person and those near to it. */
    static List<String> persons(PersonExplanation person) {
        return Stream.concat(
                        Stream.of(person.personId()),
                        person.nearMisses().stream().map(PersonExplanation.NearMiss::otherPerson))
                .toList();
    }
}
