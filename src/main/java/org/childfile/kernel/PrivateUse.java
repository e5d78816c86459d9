package org.childfile.kernel;

import java.util.HashMap;
import java.util.Map;

/**
 * Private-use characters of texts. Those that GBK and older editions of GB 18030 lent to characters which Unicode has given
 * code points of their own since are replaced by these ({@code private-use.csv}, GB 18030-2022); nobody can say what the
 * others stand for.
 */
public final class PrivateUse {

    private static final Map<Integer, Integer> KNOWN = new HashMap<>();

    static {
        for (String line : Resources.lines(PrivateUse.class, "private-use.csv")) {
            String[] codes = line.split(",", -1);
            KNOWN.put(Integer.parseInt(codes[0], 16), Integer.parseInt(codes[1], 16));
        }
    }

    private PrivateUse() {}

    /** The text with the characters of today; the same object where it has no private-use character that is known. */
    public static String replaced(String text) {
        int first = firstSuspicious(text);
        if (first == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 1).append(text, 0, first);
        text.substring(first)
                .codePoints()
                .forEach(character -> out.appendCodePoint(KNOWN.getOrDefault(character, character)));
        return out.toString();
    }

    /** How many private-use characters of a text nobody can name. */
    public static int unknown(String text) {
        int first = firstSuspicious(text);
        return first == text.length()
                ? 0
                : (int) text.substring(first)
                        .codePoints()
                        .filter(character -> Character.getType(character) == Character.PRIVATE_USE)
                        .filter(character -> !KNOWN.containsKey(character))
                        .count();
    }

    /** Where the first private-use character of the basic plane, or of planes 15 and 16, stands; else the length. */
    private static int firstSuspicious(String text) {
        int at = 0;
        while (at < text.length() && !suspicious(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean suspicious(char c) {
        return (c >= '\uE000' && c <= '\uF8FF') || (c >= '\uDB80' && c <= '\uDBFF');
    }
}
