package org.childfile.cli.terminal;

/** Text from outside as a terminal may get it: a control character could move its cursor, or make a line that nobody wrote. */
public final class TerminalText {

    private TerminalText() {}

    /** Shows each control character but line breaks and tabs as a dot. */
    public static String plain(String text) {
        return replaced(text, "\n\t");
    }

    /** Shows each control character as a dot, so that the text stays in its line. */
    public static String line(String text) {
        return replaced(text, "");
    }

    private static String replaced(String text, String kept) {
        if (text.codePoints().noneMatch(c -> control(c) && kept.indexOf(c) < 0)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.appendCodePoint(control(c) && kept.indexOf(c) < 0 ? '·' : c));
        return shown.toString();
    }

    /** Also the separators of lines, and what makes a text run the other way. */
    private static boolean control(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069;
    }
}
