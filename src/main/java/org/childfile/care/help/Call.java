package org.childfile.care.help;

import java.time.Instant;
import java.util.Optional;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * A call for help, as it arrives.
 *
 * @param child the id under which the child lives; null where only the pairing is known
 * @param pairing the pairing in which it was called; null where none is known
 * @param words what was said; personal data
 * @param photo a reference to a photo; personal data
 * @param key what makes it one call, however often it arrives; where none is given, one that is given once; of a feed the record is it
 */
public record Call(
        @Nullable String child,
        @Nullable String pairing,
        Kind kind,
        String words,
        Optional<String> photo,
        Origin origin,
        String caller,
        Optional<String> key,
        Instant at) {

    public Call {
        if (key.isEmpty() && !(origin instanceof Origin.Feed)) {
            key = Optional.of(NameBasedIds.once());
        }
    }

    /** Where a call comes from. */
    public sealed interface Origin {
        record Api() implements Origin {}

        record Cli() implements Origin {}

        /**
         * It came with a care record.
         *
         * @param record as it stands in the tables
         */
        record Feed(SourceKey record, String runId) implements Origin {}

        /** As it stands in tables. */
        default String written() {
            return switch (this) {
                case Api ignored -> "api";
                case Cli ignored -> "cli";
                case Feed ignored -> "feed";
            };
        }
    }

    /** The same call, in a pairing. */
    Call in(@Nullable String known) {
        return new Call(child, known, kind, words, photo, origin, caller, key, at);
    }

    /** Its id: of the same call the same. */
    String id() {
        return NameBasedIds.of(
                'W',
                switch (origin) {
                    case Origin.Feed(SourceKey record, String ignored) ->
                        "feed\0" + record.feed() + '\0' + record.key();
                    case Origin.Api ignored -> "api\0" + caller + '\0' + key.orElse("");
                    case Origin.Cli ignored -> "cli\0" + key.orElse("");
                });
    }

    /** What it says, to tell whether another one says the same. */
    String content() {
        return child + "\0" + kind + "\0" + words + "\0" + photo.orElse("");
    }
}
