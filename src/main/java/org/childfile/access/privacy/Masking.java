package org.childfile.access.privacy;

/** Masks personal data for logs, messages and lists; an empty text stays empty. */
public final class Masking {

    private static final char STAR = '*';

    private Masking() {}

    /**
     * A name with its first character, and its last where there are three or more: 张*明, 张*. Of a name with {@code ·}
     * only the first character of its first part is shown.
     */
    public static String name(String name) {
        int[] characters = name.codePoints().toArray();
        boolean parts = name.indexOf('·') >= 0;
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < characters.length; i++) {
            boolean shown = characters.length > 1
                    && (i == 0 || characters[i] == '·' || (!parts && i >= 2 && i == characters.length - 1));
            out.appendCodePoint(shown ? characters[i] : STAR);
        }
        return out.toString();
    }

    /** An id number with its division and its last two characters; one that is shorter than 8 not at all. */
    public static String idNumber(String number) {
        int length = number.length();
        if (length < 8) {
            return stars(length);
        }
        return length < 15 ? keep(number, 2, 2) : keep(number, 6, 2);
    }

    /** A phone number with its first three and last four digits; one that is shorter than 8 not at all. */
    public static String phone(String number) {
        int length = number.length();
        if (length < 8) {
            return stars(length);
        }
        return length < 11 ? keep(number, 0, 4) : keep(number, 3, 4);
    }

    /** Any other text: its first character and three stars, whatever its length. */
    public static String text(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1)) + "***";
    }

    /** An id number as it is stored beside the sealed one: its region, of one that has any, and nothing else. */
    public static String storedIdNumber(String number) {
        return number.length() < 15 ? stars(number.length()) : keep(number, 6, 0);
    }

    /** A phone number as it is stored beside the sealed one: the operator's prefix of a mobile number, and nothing else. */
    public static String storedPhone(String number) {
        return number.length() == 11 && number.charAt(0) == '1' ? keep(number, 3, 0) : stars(number.length());
    }

    /** Any other text as it is stored beside the sealed one: that there is one. */
    public static String stored(String text) {
        return text.isEmpty() ? "" : "***";
    }

    private static String keep(String text, int first, int last) {
        int end = text.length() - last;
        return text.substring(0, first) + stars(end - first) + text.substring(end);
    }

    private static String stars(int count) {
        return String.valueOf(STAR).repeat(count);
    }
}
