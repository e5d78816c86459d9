package org.childfile.kernel;

/**
 * Whether a text can be kept as it is: in UTF-8, and in PostgreSQL's {@code text} and {@code jsonb}. NUL cannot, nor half of
 * a surrogate pair, which is no character (Unicode Standard, 3.9, D75).
 */
public final class StorableText {

    private StorableText() {}

    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0') {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** The text with a visible sign for each character that cannot be kept: what is shown of a text that is refused. */
    public static String shown(String text) {
        if (is(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == 0) {
                shown.append('␀');
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                shown.append('\uFFFD');
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
