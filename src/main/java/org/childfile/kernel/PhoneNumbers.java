package org.childfile.kernel;

import java.util.Optional;

/**
 * Telephone numbers of mainland China in one form: mobiles as 11 digits, land lines as area code and number without a
 * dash ({@code 02358123456}).
 */
public final class PhoneNumbers {

    private PhoneNumbers() {}

    /**
     * The number without prefixes ({@code +86}, {@code 0086}), blanks, dashes and brackets; of several, the first that
     * is one. Empty where there is none.
     */
    public static Optional<String> normalise(String raw) {
        if (raw.length() == 11 && digitsOnly(raw) && mobile(raw)) {
            return Optional.of(raw);
        }
        StringBuilder digits = new StringBuilder(16);
        for (int i = 0; i < raw.length(); i++) {
            char c = Characters.narrow(raw.charAt(i));
            if (Characters.digit(c)) {
                digits.append(c);
            } else if (between(c)) {
                String found = number(digits.toString());
                if (!found.isEmpty()) {
                    return Optional.of(found);
                }
                digits.setLength(0);
            } else if (c == '.' && zerosOnly(raw, i + 1)) {
                // A spreadsheet made a quantity of it: 13812345678.0
                break;
            } else if (!ornament(c)) {
                return Optional.empty();
            }
        }
        String found = number(digits.toString());
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** Whether a normalised number is a mobile one. */
    public static boolean mobile(String normal) {
        return normal.length() == 11 && normal.charAt(0) == '1' && normal.charAt(1) >= '3';
    }

    private static String number(String digits) {
        String text = digits;
        if (text.startsWith("0086")) {
            text = text.substring(4);
        } else if (text.startsWith("86") && text.length() > 11) {
            text = text.substring(2);
        }
        if (mobile(text)) {
            return text;
        }
        if (text.startsWith("0") && mobile(text.substring(1))) {
            return text.substring(1);
        }
        // The leading zero is gone behind +86, and where a spreadsheet ate it; only Chongqing's own can be told for
        // sure.
        boolean behindPrefix = text.length() < digits.length() && !text.startsWith("0");
        boolean zeroGone = behindPrefix || (text.length() == 10 && text.startsWith("23"));
        return landLine(zeroGone ? "0" + text : text);
    }

    private static String landLine(String text) {
        if (text.length() < 10 || text.charAt(0) != '0') {
            return "";
        }
        char second = text.charAt(1);
        boolean shortArea = second == '1' || second == '2';
        int local = text.length() - (shortArea ? 3 : 4);
        boolean fits = second != '0' && (shortArea ? local == 8 : local == 7 || local == 8);
        return fits && text.charAt(text.length() - local) >= '2' ? text : "";
    }

    private static boolean between(char c) {
        return c == '/' || c == '、' || c == ',' || c == ';' || c == '或' || c == '\\' || c == '|';
    }

    private static boolean ornament(char c) {
        return Characters.blankOrInvisible(c)
                || Characters.dash(c)
                || Characters.quote(c)
                || c == '+'
                || c == '('
                || c == ')'
                || c == '.'
                || c == '·'
                || c == '_'
                || c == '=';
    }

    private static boolean digitsOnly(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Characters.digit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean zerosOnly(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == '0') {
            i++;
        }
        return i > from && i == text.length();
    }
}
