package org.childfile.feed;

import org.childfile.kernel.StorableText;

/**
 * Why a record, or a field of it, cannot be used. A value, not an exception: a bad record costs only itself.
 *
 * @param field the field's name in the feed; empty where the record as a whole is meant
 * @param text the offending text as it came, at most 200 characters; personal data, so it is only ever shown masked
 */
public record Unusable(Reason reason, String field, String text) {

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
        DUPLICATE_KEY
    }

    public Unusable {
        // Cutting may halve a surrogate pair, so the signs for what cannot be kept are put in behind it.
        text = StorableText.shown(text.substring(0, Math.min(MAX_TEXT, text.length())));
    }
}
