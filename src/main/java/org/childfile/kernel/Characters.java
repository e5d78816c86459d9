package org.childfile.kernel;

/** What single characters are, for the readers of this package; all loops here run for millions of values. */
final class Characters {

    static final char LOST = '?';

    private Characters() {}

    /** The ASCII form of a full-width character; every other character as it is. */
    static char narrow(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - 0xFEE0);
        }
        return c == '\u3000' ? ' ' : c;
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A blank of any width, a tab or a line end. */
    static boolean blank(int c) {
        if (c < 0x80) {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return switch (c) {
            case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200A;
        };
    }

    /** A control character, a zero-width character or a byte order mark: something that nobody meant to write. */
    static boolean invisible(int c) {
        if (c < 0x80) {
            return c == 0x7F || (c < ' ' && !blank(c));
        }
        return (c < 0xA0 && c != 0x85)
                || c == 0xAD
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFEFF;
    }

    static boolean blankOrInvisible(int c) {
        return c <= ' ' || blank(c) || invisible(c);
    }

    /** Any dash, among them the ones that word processors make of a hyphen. */
    static boolean dash(char c) {
        return c == '-'
                || (c >= '\u2010' && c <= '\u2015')
                || c == '\u2212'
                || c == '\u2500'
                || c == '\uFF0D'
                || c == '\uFE63';
    }

    static boolean quote(char c) {
        return c == '\''
                || c == '"'
                || c == '`'
                || (c >= '\u2018' && c <= '\u201F')
                || c == '\u00B4'
                || c == '\uFF07'
                || c == '\uFF02'
                || c == '\uFF40';
    }

    static boolean han(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3007 || (c >= 0x3400 && Character.isIdeographic(c));
    }
}
