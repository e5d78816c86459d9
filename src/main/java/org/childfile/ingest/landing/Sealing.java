package org.childfile.ingest.landing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.childfile.access.privacy.Context;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedColumn;
import org.childfile.access.privacy.Subject;
import org.jspecify.annotations.Nullable;

/** What of the landing zone lies sealed, each in its place. */
public record Sealing(Keyring keys) {

    static final String CONTENT = "landing.record.content";
    /** The same for a record and for its entry in the quarantine, which is copied from it. */
    private static final String TEXT = "landing.text";

    private static final String RESOLUTION = "landing.quarantine.resolution";

    private static final String DOCUMENT = "landing.document.content";

    /** Every sealed column of the landing zone. */
    public static List<SealedColumn> columns() {
        List<String> row = List.of("pull_id", "seq");
        return List.of(
                new SealedColumn("landing.record", "content", CONTENT, row),
                new SealedColumn("landing.record", "sealed_text", TEXT, row),
                new SealedColumn("landing.quarantine", "sealed_text", TEXT, row),
                new SealedColumn("landing.quarantine", "sealed_resolution", RESOLUTION, List.of("quarantine_id")),
                new SealedColumn("landing.document", "content", DOCUMENT, List.of("pull_id"), 1));
    }

    /** @param key as it stands in the tables; null for a record whose key is not known: it is sealed with the data key alone */
    byte[] content(Place at, @Nullable String key, byte[] clear) {
        return sealed(clear, place(CONTENT, at.pull(), at.seq()), at.feed(), key);
    }

    /** Where a record came. */
    record Place(String feed, long pull, int seq) {}

    private byte[] sealed(byte[] clear, byte[] context, String feed, @Nullable String key) {
        return key == null ? keys.seal(clear, context) : keys.seal(clear, context, Subject.record(feed, key));
    }

    /** The bytes of a record as they came. */
    public byte[] openContent(long pull, int seq, byte[] sealed) {
        return keys.open(sealed, place(CONTENT, pull, seq));
    }

    byte[] text(Place at, @Nullable String key, String clear) {
        return sealed(clear.getBytes(StandardCharsets.UTF_8), place(TEXT, at.pull(), at.seq()), at.feed(), key);
    }

    /** The text for which a record was set aside. */
    public String openText(long pull, int seq, byte[] sealed) {
        return new String(keys.open(sealed, place(TEXT, pull, seq)), StandardCharsets.UTF_8);
    }

    byte[] resolution(long entry, String clear) {
        return keys.seal(clear.getBytes(StandardCharsets.UTF_8), Context.of(RESOLUTION, Long.toString(entry)));
    }

    /** Why a person put an entry of the quarantine away. */
    public String openResolution(long entry, byte[] sealed) {
        return new String(keys.open(sealed, Context.of(RESOLUTION, Long.toString(entry))), StandardCharsets.UTF_8);
    }

    byte[] document(long pull, byte[] clear) {
        return keys.seal(clear, Context.of(DOCUMENT, Long.toString(pull)), Subject.document(pull));
    }

    private static byte[] place(String column, long pull, int seq) {
        return Context.of(column, Long.toString(pull), Integer.toString(seq));
    }
}
