package org.childfile.ingest.format;

import java.util.List;

/**
 * Which keys a record may have whose key cannot be read for certain. A snapshot withdraws none of them: a broken row is not
 * an absent person.
 */
public sealed interface PossibleKeys {

    /** Any key of the feed. */
    record Any() implements PossibleKeys {}

    /** One of these, if any of them is in force; otherwise any key of the feed. */
    record OneOf(List<String> keys) implements PossibleKeys {
        public OneOf {
            keys = List.copyOf(keys);
        }
    }

    /** None: a line that is no record, such as a total below a table. */
    record None() implements PossibleKeys {}
}
