package org.childfile.ingest.format;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record as it came.
 *
 * @param place where it stood: {@code page 3 record 17}, {@code line 12}, {@code row 9}
 * @param content its bytes, byte for byte (of a workbook's row: its cells as a JSON object)
 * @param key the feed's key, several fields with {@code |} between; null where it cannot be read for certain
 * @param updated its own update stamp; null where it has none that can be read
 * @param deletion whether it says that its key is withdrawn
 * @param unusable why it cannot be used at all; empty for a usable one
 * @param possible what its key may be; counts only where {@code key} is null
 */
public record RawRecord(
        String place,
        byte[] content,
        @Nullable String key,
        @Nullable Instant updated,
        boolean deletion,
        Optional<Unusable> unusable,
        PossibleKeys possible) {

    public RawRecord(
            String place,
            byte[] content,
            @Nullable String key,
            @Nullable Instant updated,
            boolean deletion,
            Optional<Unusable> unusable) {
        this(place, content, key, updated, deletion, unusable, new PossibleKeys.Any());
    }

    /** The same under another key. */
    public RawRecord withKey(@Nullable String other) {
        return new RawRecord(place, content, other, updated, deletion, unusable, possible);
    }

    /** The same with other possible keys. */
    public RawRecord withPossible(PossibleKeys other) {
        return new RawRecord(place, content, key, updated, deletion, unusable, other);
    }

    /** The same as one that cannot be used. */
    RawRecord refused(Unusable why) {
        return new RawRecord(place, content, key, updated, false, Optional.of(why), possible);
    }

    static RawRecord unusable(String place, byte[] content, Unusable why, LenientKey key) {
        return new RawRecord(place, content, key.certain(), null, false, Optional.of(why), key.possible());
    }
}
