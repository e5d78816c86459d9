package org.childfile.ingest.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.childfile.access.privacy.Context;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a person directly in one standard record, and what is sensitive, as one sealed JSON object:
 * {@code {"attributes": {…}, "raw": {…}}}.
 */
final class IdentifierBox {

    static final String COLUMN = "mapping.source_record.identifiers";

    private static final byte[] NONE = {'{', '}'};
    private static final byte[] BEGIN = "{\"attributes\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BETWEEN = ",\"raw\":".getBytes(StandardCharsets.US_ASCII);

    private IdentifierBox() {}

    /** Seals two JSON objects; null where there is neither. */
    static byte @Nullable [] seal(
            Keyring keys, String feed, String storedKey, byte @Nullable [] attributes, byte @Nullable [] raw) {
        if (attributes == null && raw == null) {
            return null;
        }
        byte[] one = attributes == null ? NONE : attributes;
        byte[] other = raw == null ? NONE : raw;
        ByteBuffer box = ByteBuffer.allocate(BEGIN.length + one.length + BETWEEN.length + other.length + 1);
        box.put(BEGIN).put(one).put(BETWEEN).put(other).put((byte) '}');
        return keys.seal(box.array(), place(feed, storedKey), Subject.record(feed, storedKey));
    }

    /** The JSON object that was sealed. */
    static byte[] open(Keyring keys, String feed, String storedKey, byte[] sealed) {
        return keys.open(sealed, place(feed, storedKey));
    }

    private static byte[] place(String feed, String storedKey) {
        return Context.of(COLUMN, feed, storedKey);
    }
}
