package org.childfile.kernel;

import java.text.Normalizer;

/**
 * Brings one name into its normal form. Most names are Han characters alone and leave through the fast path; the object
 * itself reads the others from left to right.
 */
final class NormalName {

    private static final char DOT = '·';
    private static final int LONGEST_SYLLABLE = 6;

    private final String text;
    /** Whether the characters stay those of the feed. */
    private final boolean registered;

    private final StringBuilder out;
    private boolean blank;
    private boolean dot;

    private NormalName(String text, boolean registered) {
        this.text = text;
        this.registered = registered;
        this.out = new StringBuilder(text.length());
    }

    static String of(String raw) {
        return plain(raw) ? HanTable.simplified(raw) : new NormalName(nfkc(PrivateUse.replaced(raw)), false).read();
    }

    /** The name in the characters of the feed. */
    static String registered(String raw) {
        return plain(raw) ? raw : new NormalName(narrow(PrivateUse.replaced(raw)), true).read();
    }

    /** The text without blanks and invisible characters around; what is no character at all is one that was lost. */
    static String trimmed(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        PrivateUse.replaced(raw)
                .codePoints()
                .filter(c -> !Characters.invisible(c))
                .forEach(c -> out.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c));
        int end = out.length();
        while (end > 0 && Characters.blank(out.charAt(end - 1))) {
            end--;
        }
        int from = 0;
        while (from < end && Characters.blank(out.charAt(from))) {
            from++;
        }
        return out.substring(from, end);
    }

    private static boolean plain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < 0x4E00 || c > 0x9FFF) {
                return false;
            }
        }
        return true;
    }

    /** The text in NFKC but for its Han characters: that form would replace some of them by others. */
    private static String narrow(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int from = 0;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            int next = i + Character.charCount(c);
            if (Characters.han(c)) {
                out.append(nfkc(raw.substring(from, i))).appendCodePoint(c);
                from = next;
            }
            i = next;
        }
        return out.append(nfkc(raw.substring(from))).toString();
    }

    private static String nfkc(String raw) {
        return Normalizer.isNormalized(raw, Normalizer.Form.NFKC)
                ? raw
                : Normalizer.normalize(raw, Normalizer.Form.NFKC);
    }

    private String read() {
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (Characters.blank(c)) {
                blank = true;
            } else if (opening(c)) {
                next = bracket(next);
            } else if (isDot(c)) {
                dot = true;
            } else if (description(c)) {
                append(Characters.LOST);
                next = described(i);
            } else if (!Characters.invisible(c) && !closing(c) && !ornament(c)) {
                append(lost(c) ? Characters.LOST : registered ? c : Character.toUpperCase(HanTable.simplified(c)));
            }
            i = next;
        }
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == '-') {
            end--;
        }
        return out.substring(0, end);
    }

    private void append(int c) {
        if (!out.isEmpty() && (dot || blank)) {
            boolean betweenWords = blank && word(out.charAt(out.length() - 1)) && word(c);
            if (betweenWords) {
                out.append(' ');
            } else if (dot) {
                out.append(DOT);
            }
        }
        dot = false;
        blank = false;
        out.appendCodePoint(c);
    }

    /** Whether a character tells how the two or three behind it make one that could not be written. */
    private static boolean description(int c) {
        return c >= 0x2FF0 && c <= 0x2FFF;
    }

    /** Where the description of a character that begins at a position ends. */
    private int described(int from) {
        int open = 1;
        int i = from;
        while (open > 0 && i < text.length()) {
            int c = text.codePointAt(i);
            if (c == 0x2FF2 || c == 0x2FF3) {
                open += 2;
            } else if (c == 0x2FFE || c == 0x2FFF || !description(c)) {
                open += description(c) ? 0 : -1;
            } else {
                open++;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** Reads what stands in brackets, from behind the opening one, and returns where the text goes on. */
    private int bracket(int from) {
        int to = from;
        while (to < text.length() && !closing(text.charAt(to))) {
            to++;
        }
        String inside = text.substring(from, to).strip();
        int next = Math.min(to + 1, text.length());
        boolean gone = inside.isEmpty() ? missing(next) : inside.codePoints().allMatch(NormalName::lost);
        if (gone || (syllable(inside) && replaces(inside, next))) {
            append(Characters.LOST);
        }
        return next;
    }

    /** One word of Latin letters, perhaps with a tone as a digit, short enough for one character. */
    private static boolean syllable(String inside) {
        int letters = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (Character.isLetter(c) && !Characters.han(c)) {
                letters++;
            } else if (!Characters.digit(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
                return false;
            }
        }
        return letters > 0 && letters <= LONGEST_SYLLABLE;
    }

    /** Whether something must stand where empty brackets stand: no name is one character long. */
    private boolean missing(int next) {
        return out.length() < 2 || (next < text.length() && Characters.han(text.codePointAt(next)));
    }

    /** Whether pinyin stands for a character that could not be written, not beside one to show how it sounds. */
    private boolean replaces(String pinyin, int next) {
        if (out.isEmpty()) {
            return next < text.length() && Characters.han(text.codePointAt(next));
        }
        int last = out.codePointBefore(out.length());
        if (last == Characters.LOST || !Characters.han(last)) {
            return false;
        }
        String sound = Readings.plain(pinyin);
        boolean shown = sound.equals(Readings.of(last))
                || sound.equals(ChineseNames.pinyin(out.toString()).replace(" ", ""));
        return out.length() == 1 || !shown;
    }

    private boolean isDot(int c) {
        return switch (c) {
            case '·', '•', '‧', '・', '.', '∙', '⋅', '。', '●', '⸱', '⸳', '˙', '᛫', '∘', '°' -> true;
            case '-', '–', '—', '―', '−', '_', '‐', '‑', '‒', '─' ->
                out.isEmpty() || !word(out.charAt(out.length() - 1));
            default -> false;
        };
    }

    private boolean ornament(int c) {
        return switch (c) {
            case '"', '`', '“', '”', '‘', '’', '„', '´' -> true;
            case '\'' -> out.isEmpty() || !word(out.charAt(out.length() - 1));
            default -> false;
        };
    }

    private static boolean lost(int c) {
        return switch (c) {
            case '?', '□', '■', '*', '\uFFFD', '\uFFFE', '\uFFFF', '〓', '▢', '◻', '◼', '▯', '☐', '○', '◯', '×', '＊' ->
                true;
            case '？', '█', '⬜', '△', '▲', '▽', '▼', '◇', '◆', '☆', '★', '#', '¿', '\u25CC', '\u303E' -> true;
            default -> Character.getType(c) == Character.PRIVATE_USE || Character.getType(c) == Character.SURROGATE;
        };
    }

    private static boolean word(int c) {
        return (c >= '0' && c <= '9') || (Character.isLetter(c) && !Characters.han(c));
    }

    private static boolean opening(int c) {
        return switch (c) {
            case '(', '[', '{', '<', '〔', '【', '〖', '〈', '《', '「', '『', '﹙' -> true;
            default -> false;
        };
    }

    private static boolean closing(int c) {
        return switch (c) {
            case ')', ']', '}', '>', '〕', '】', '〗', '〉', '》', '」', '』', '﹚' -> true;
            default -> false;
        };
    }
}
