package org.childfile.kernel;

import java.text.Normalizer;

/**
 * Cells of CSV that a person may open in a spreadsheet. A spreadsheet takes a cell that begins in a certain way for a
 * formula and carries it out; with an apostrophe before it, the cell is a text.
 *
 * <p>A cell begins like a formula if it begins with a control character, or if the first character of it that can be seen is
 * {@code = + - @}, in whatever width or form: spreadsheets set to Chinese take the full-width ones too, and some take away
 * blanks before them.
 *
 * <p>Only for texts and only in output for people: columns of numbers and dates keep their sign, and files that another
 * program reads back keep every byte.
 *
 * <p>Source: OWASP, "CSV Injection".
 */
public final class CsvCells {

    private static final String SIGNS = "=+-@";
    private static final int MINUS_SIGN = 0x2212;

    private CsvCells() {}

    /** The text as it is to be written, before any quoting. */
    public static String guarded(String text) {
        return !text.isEmpty() && (Character.isISOControl(text.codePointAt(0)) || beginsWithSign(text))
                ? "'" + text
                : text;
    }

    private static boolean beginsWithSign(String text) {
        for (int at = 0; at < text.length(); ) {
            int each = text.codePointAt(at);
            if (seen(each)) {
                return sign(each);
            }
            at += Character.charCount(each);
        }
        return false;
    }

    /** Whether a character can be seen: none that is blank, a control, or formats what stands beside it. */
    private static boolean seen(int each) {
        return !Character.isWhitespace(each)
                && !Character.isSpaceChar(each)
                && !Character.isISOControl(each)
                && Character.getType(each) != Character.FORMAT;
    }

    private static boolean sign(int each) {
        if (each < 0x80) {
            return SIGNS.indexOf(each) >= 0;
        }
        String plain = Normalizer.normalize(Character.toString(each), Normalizer.Form.NFKC);
        return each == MINUS_SIGN || plain.length() == 1 && SIGNS.contains(plain) || plain.codePointAt(0) == MINUS_SIGN;
    }
}
