package org.childfile.kernel;

import java.text.Normalizer;
import org.childfile.kernel.CitizenIdReading.Fault;
import org.childfile.kernel.CitizenIdReading.Invalid;
import org.childfile.kernel.CitizenIdReading.Valid;

/**
 * Reads citizen id numbers as departments write them: full width, with blanks, hyphens, quotes, {@code ="…"} or a
 * leading apostrophe, {@code x} or {@code ×} for {@code X}, 15 digits from before October 1999, or spoilt by a
 * spreadsheet. Never throws. GB 11643-1999; provinces of GB/T 2260.
 */
public final class CitizenIdReader {

    private static final boolean[] PROVINCES = new boolean[100];

    static {
        int[][] ranges = {{11, 15}, {21, 23}, {31, 37}, {41, 46}, {50, 54}, {61, 65}, {71, 71}, {81, 83}};
        for (int[] range : ranges) {
            for (int code = range[0]; code <= range[1]; code++) {
                PROVINCES[code] = true;
            }
        }
    }

    private CitizenIdReader() {}

    public static CitizenIdReading read(String raw) {
        String text = plain(raw) ? raw : clean(raw);
        boolean fromQuantity = text.endsWith(".0") || text.endsWith(".00");
        if (fromQuantity) {
            text = text.substring(0, text.indexOf('.'));
        }
        if (scientific(text)) {
            return new Invalid(text, Fault.EATEN_BY_SPREADSHEET);
        }
        return switch (text.length()) {
            case 18 -> fromQuantity ? new Invalid(text, Fault.EATEN_BY_SPREADSHEET) : read18(text);
            case 15 -> read15(text);
            default -> new Invalid(text, Fault.LENGTH);
        };
    }

    private static CitizenIdReading read18(String text) {
        if (!digits(text, 17) || (text.charAt(17) != 'X' && !Characters.digit(text.charAt(17)))) {
            return new Invalid(text, Fault.CHARACTER);
        }
        if (!division(text)) {
            return new Invalid(text, Fault.DIVISION);
        }
        if (!date(number(text, 6, 10), number(text, 10, 12), number(text, 12, 14))) {
            return new Invalid(text, Fault.DATE);
        }
        if (CitizenId.checkCharacter(text) != text.charAt(17)) {
            return new Invalid(text, text.endsWith("000") ? Fault.EATEN_BY_SPREADSHEET : Fault.CHECK);
        }
        return new Valid(new CitizenId(text), false);
    }

    private static CitizenIdReading read15(String text) {
        if (!digits(text, 15)) {
            return new Invalid(text, Fault.CHARACTER);
        }
        if (!division(text)) {
            return new Invalid(text, Fault.DIVISION);
        }
        if (!date(1900 + number(text, 6, 8), number(text, 8, 10), number(text, 10, 12))) {
            return new Invalid(text, Fault.DATE);
        }
        String seventeen = text.substring(0, 6) + "19" + text.substring(6);
        return new Valid(new CitizenId(seventeen + CitizenId.checkCharacter(seventeen)), true);
    }

    private static boolean division(String text) {
        int province = number(text, 0, 2);
        // Codes are abolished and merged, so within Chongqing only their second level is asked for.
        return PROVINCES[province] && (province != 50 || number(text, 2, 4) <= 3);
    }

    private static boolean date(int year, int month, int day) {
        return year >= 1850 && year <= 2099 && DateText.exists(year, month, day);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean digits(String text, int count) {
        for (int i = 0; i < count; i++) {
            if (!Characters.digit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean plain(String raw) {
        int length = raw.length();
        if (length != 18 && length != 15) {
            return false;
        }
        return digits(raw, length - 1) && (Characters.digit(raw.charAt(length - 1)) || raw.charAt(length - 1) == 'X');
    }

    /** {@code 5.00112E+17}, also {@code 5E17}: a digit first, then digits and a point, then the exponent. */
    private static boolean scientific(String text) {
        int e = text.indexOf('E');
        if (e < 1 || e == text.length() - 1) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = Characters.digit(c) || i == e || (i < e ? c == '.' && i > 0 : c == '+' && i == e + 1);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static String clean(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = Characters.narrow(raw.charAt(i));
            if (c < 0x80 || !unusual(c)) {
                add(out, c);
            } else {
                String folded = Normalizer.normalize(raw.substring(i), Normalizer.Form.NFKC);
                folded.chars().forEach(other -> add(out, (char) other));
                break;
            }
        }
        return out.toString();
    }

    private static boolean unusual(char c) {
        return !Characters.blankOrInvisible(c) && !Characters.dash(c) && !Characters.quote(c) && !crossLike(c);
    }

    private static boolean crossLike(char c) {
        return switch (c) {
            case 'x', '×', 'Х', 'х', 'Χ', 'χ', '╳', '✕', '✗' -> true;
            default -> false;
        };
    }

    private static void add(StringBuilder out, char c) {
        boolean dropped = Characters.blankOrInvisible(c)
                || Characters.dash(c)
                || Characters.quote(c)
                || (c == '=' && out.isEmpty());
        if (!dropped) {
            out.append(crossLike(c) ? 'X' : c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
        }
    }
}
