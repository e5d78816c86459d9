package org.childfile.ingest.push;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a department is told of a push.
 *
 * @param id its number
 * @param records how many records it held
 * @param landed when its records were in the landing zone; null: not yet
 * @param done when every stage had worked on them, so that they can be read; null: not yet
 */
public record Receipt(
        UUID id,
        String feed,
        State state,
        int records,
        Instant received,
        @Nullable Instant landed,
        @Nullable Instant done) {

    /** How far a push has come. */
    public enum State {
        WAITING,
        LANDED,
        DONE;

        /** As it stands in tables and answers. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
