package org.childfile.ingest.format;

import org.childfile.access.privacy.Masking;
import org.childfile.kernel.StorableText;

/**
 * Why a record, or a field of it, cannot be used. A value, not an exception: a bad record costs only itself.
 *
 * @param field the field's name in the feed; empty where the record as a whole is meant
 * @param text the offending text as it came, at most 200 characters; or what is wrong in the program's own words
 * @param personal whether the text came from the department, and so may be personal data: it is only ever shown masked
 */
public record Unusable(Reason reason, String field, String text, boolean personal) {

    private static final int MAX_TEXT = 200;

    /** The stable codes of the quarantine. */
    public enum Reason {
        MISSING_KEY,
        MISSING_VALUE,
        WRONG_TYPE,
        BAD_DATE,
        BAD_NUMBER,
        BAD_CODE,
        BAD_ENCODING,
        FORBIDDEN_CHARACTER,
        TOO_LONG,
        MALFORMED,
        ERROR_CELL,
        /** What is kept of the record is not what came: a fault of the disk, or somebody's doing. */
        DAMAGED,
        DUPLICATE_KEY
    }

    public Unusable {
        // Cutting may halve a surrogate pair, so the signs for what cannot be kept are put in behind it.
        text = StorableText.shown(text.substring(0, Math.min(MAX_TEXT, text.length())));
    }

    public Unusable(Reason reason, String field, String text) {
        this(reason, field, text, true);
    }

    /** A reason whose text is the program's own: a number of cells, a cell's address, a code of a spreadsheet. */
    public static Unusable inWords(Reason reason, String field, String words) {
        return new Unusable(reason, field, words, false);
    }

    /** The text as it may be shown to anyone who works on the quarantine. */
    public String shown() {
        return personal ? Masking.text(text) : text;
    }

    /** The text as it may lie in a table: nothing of it where it is personal. */
    public String stored() {
        return personal ? Masking.stored(text) : text;
    }
}
