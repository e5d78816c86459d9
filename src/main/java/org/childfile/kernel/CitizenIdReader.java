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

    private static final int OLD_LENGTH = 15;
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
        int point = text.indexOf('.');
        boolean fromQuantity = point > 0 && zeros(text, point + 1);
        if (fromQuantity) {
            text = text.substring(0, point);
        }
        if (quantity(text) || (fromQuantity && text.length() != OLD_LENGTH)) {
            return new Invalid(text, Fault.EATEN_BY_SPREADSHEET);
        }
        return switch (text.length()) {
            case 18 -> read18(text);
            case OLD_LENGTH -> read15(text);
            default -> new Invalid(text, Fault.LENGTH);
        };
    }

    /** Zeros and nothing else from a position on, at least one. */
    private static boolean zeros(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == '0') {
            i++;
        }
        return i > from && i == text.length();
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
        if (cut(text)) {
            return new Invalid(text, Fault.CUT);
        }
        if (!date(1900 + number(text, 6, 8), number(text, 8, 10), number(text, 10, 12))) {
            return new Invalid(text, Fault.DATE);
        }
        String seventeen = text.substring(0, 6) + "19" + text.substring(6);
        return new Valid(new CitizenId(seventeen + CitizenId.checkCharacter(seventeen)), true);
    }

    /**
     * Whether 15 digits are the beginning of 18. Read as a number of 15 they would be of somebody born in 1920, or in no month
     * at all; such numbers were given until October 1999, and nobody born in 1920 is met any more.
     */
    private static boolean cut(String text) {
        int year = number(text, 6, 10);
        boolean begins =
                year >= 1900 && year <= 2099 && DateText.exists(year, number(text, 10, 12), number(text, 12, 14));
        return begins && (year >= 2000 || !date(1900 + number(text, 6, 8), number(text, 8, 10), number(text, 10, 12)));
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

    /**
     * {@code 5.00112E+17}, also {@code 5E17}, {@code 5,00112E+17}, {@code 500.112} and {@code 500,112,201,503,070,000}: a digit
     * first and last, and between digits a point, commas or an exponent.
     */
    private static boolean quantity(String text) {
        int last = text.length() - 1;
        boolean signs = false;
        boolean exponent = false;
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            boolean inside = i > 0 && i < last;
            if (c == 'E' && inside && !exponent) {
                exponent = true;
                signs = true;
            } else if ((c == '.' || c == ',') && inside && !exponent) {
                signs = true;
            } else if (c == '+' ? !exponent || text.charAt(i - 1) != 'E' : !Characters.digit(c)) {
                return false;
            }
        }
        return signs;
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
