package org.childfile.comparison;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Cleaners of texts in any alphabet. */
final class TextCleaners {

    private TextCleaners() {}

    static Catalogue<Cleaner> all() {
        return new Catalogue<Cleaner>().plain("text", TextCleaners::text);
    }

    /** NFKC, one blank for any run of blanks and none at the ends, nothing invisible; null for an empty text. */
    static @Nullable String text(String cell) {
        String folded = folded(cell);
        return folded.isEmpty() ? null : folded;
    }

    /** As {@link #text}, empty for an empty text. */
    static String folded(String cell) {
        String normal = Normalizer.isNormalized(cell, Normalizer.Form.NFKC)
                ? cell
                : Normalizer.normalize(cell, Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder(normal.length());
        boolean blank = false;
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                blank = !out.isEmpty();
            } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                if (blank) {
                    out.append(' ');
                }
                blank = false;
                out.append(c);
            }
        }
        return out.toString();
    }
}
