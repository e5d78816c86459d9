package org.childfile.landing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.childfile.privacy.Context;
import org.childfile.privacy.Keyring;
import org.childfile.privacy.SealedColumn;

/** What of the landing zone lies sealed, each in its place. */
public record Sealing(Keyring keys) {

    private static final String CONTENT = "landing.record.content";
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

    byte[] content(long pull, int seq, byte[] clear) {
        return keys.seal(clear, place(CONTENT, pull, seq));
    }

    /** The bytes of a record as they came. */
    public byte[] openContent(long pull, int seq, byte[] sealed) {
        return keys.open(sealed, place(CONTENT, pull, seq));
    }

    byte[] text(long pull, int seq, String clear) {
        return keys.seal(clear.getBytes(StandardCharsets.UTF_8), place(TEXT, pull, seq));
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
        return keys.seal(clear, Context.of(DOCUMENT, Long.toString(pull)));
    }

    private static byte[] place(String column, long pull, int seq) {
        return Context.of(column, Long.toString(pull), Integer.toString(seq));
    }
}
