package org.childfile.linkage.comparison;

import java.text.Normalizer;
import java.util.Locale;

/** Takes from texts of any alphabet what people write one way or another. */
final class Folding {

    private static final int FIRST_ACCENT = 0x300;
    private static final int LAST_ACCENT = 0x36F;

    private Folding() {}

    /** NFKC, one blank for any run of blanks and none at the ends, nothing invisible; empty for an empty text. */
    static String blanks(String text) {
        String normal = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
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

    /** NFKC in lower case without blanks and punctuation: letters, marks and digits alone. */
    static String bare(String text) {
        if (plain(text)) {
            return text;
        }
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(normal.length());
        normal.codePoints().filter(Words::partOfWord).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Digits and small letters of ASCII alone, as most numbers are. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return true;
    }

    /**
     * Lower case, no accents ({@code ø} is o, {@code ß} ss), no apostrophes, one blank for any other punctuation:
     * {@code O'Brien-Müller} is {@code obrien muller}. Marks of alphabets that need them to be read stay.
     */
    static String words(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); ) {
            int c = apart.codePointAt(i);
            i += Character.charCount(c);
            if (Words.partOfWord(c)) {
                appendPlain(c, out);
            } else if (!apostrophe(c) && Character.getType(c) != Character.FORMAT && !out.isEmpty()) {
                boolean more = out.charAt(out.length() - 1) != ' ';
                out.append(more ? " " : "");
            }
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC).strip();
    }

    /** The letters a to z of a text, accents apart; empty for other alphabets. */
    static String latin(String text) {
        StringBuilder out = new StringBuilder(text.length());
        words(text).chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> out.append((char) c));
        return out.toString();
    }

    private static void appendPlain(int c, StringBuilder out) {
        switch (c) {
            case 'ß' -> out.append("ss");
            case 'æ' -> out.append("ae");
            case 'œ' -> out.append("oe");
            case 'þ' -> out.append("th");
            case 'ø' -> out.append('o');
            case 'ł' -> out.append('l');
            case 'đ', 'ð' -> out.append('d');
            case 'ı' -> out.append('i');
            default -> {
                if (c < FIRST_ACCENT || c > LAST_ACCENT) {
                    out.appendCodePoint(c);
                }
            }
        }
    }

    private static boolean apostrophe(int c) {
        return switch (c) {
            case '\'', '’', '‘', 'ʼ', '`', '´' -> true;
            default -> false;
        };
    }
}
