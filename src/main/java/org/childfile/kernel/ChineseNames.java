package org.childfile.kernel;

import java.util.Set;
import java.util.stream.Collectors;

/** Surnames, given names and sounds of names in the normal form of {@link PersonName}. */
public final class ChineseNames {

    private static final Set<String> DOUBLE_SURNAMES =
            Set.copyOf(Resources.lines(ChineseNames.class, "double-surnames.txt"));

    private ChineseNames() {}

    /**
     * The surname: one character, or two where they are a double surname with a given name behind it; of a name with
     * {@code ·} the part before the first one, of a Latin name its first word. Empty for an empty name.
     */
    public static String surname(String normalName) {
        return normalName.substring(0, surnameLength(normalName));
    }

    /** What follows the surname, without the {@code ·} or blank between them. */
    public static String given(String normalName) {
        int from = surnameLength(normalName);
        if (from < normalName.length() && separator(normalName.charAt(from))) {
            from++;
        }
        return normalName.substring(from);
    }

    /** The text with traditional characters replaced by simplified ones, one for one. */
    public static String toSimplified(String text) {
        return HanTable.simplified(text);
    }

    /**
     * How the name sounds: toneless lower-case syllables joined by blanks, {@code v} for ü, Latin words as they are but for
     * pinyin, which is taken apart into syllables (SHAN XIAOYU: shan xiao yu),
     * {@code ?} for a lost character. A surname has the reading of a surname (单 shan, 朴 piao).
     */
    public static String pinyin(String normalName) {
        return spoken(normalName, false);
    }

    /** As {@link #pinyin}, with tone marks ({@code zhāng hào}); without one where only the sound is known. */
    public static String tonedPinyin(String normalName) {
        return spoken(normalName, true);
    }

    /** A Chinese name in Latin letters with its surname first, where it can be told; every other name as it is. */
    public static String surnameFirst(String normalName) {
        return LatinPinyin.surnameFirst(normalName);
    }

    /** Whether two syllables with a blank between them are how a double surname sounds. */
    static boolean doubleSurnameSound(String syllables) {
        return DoubleSounds.ALL.contains(syllables);
    }

    /** Made when it is first asked. */
    private static final class DoubleSounds {
        static final Set<String> ALL =
                DOUBLE_SURNAMES.stream().map(Readings::ofSurname).collect(Collectors.toUnmodifiableSet());

        private DoubleSounds() {}
    }

    private static String spoken(String normalName, boolean toned) {
        String latin = LatinPinyin.spoken(normalName);
        if (latin != null) {
            return latin;
        }
        StringBuilder out = new StringBuilder(normalName.length() * 6);
        int from = 0;
        if (!normalName.isEmpty() && normalName.indexOf('·') < 0 && Characters.han(normalName.codePointAt(0))) {
            from = surnameLength(normalName);
            String surname = normalName.substring(0, from);
            out.append(toned ? Readings.tonedSurname(surname) : Readings.ofSurname(surname));
        }
        boolean inWord = false;
        for (int i = from; i < normalName.length(); ) {
            int c = normalName.codePointAt(i);
            i += Character.charCount(c);
            boolean syllable = Characters.han(c);
            boolean letter = !syllable && c != Characters.LOST && c < 0x10000 && !separator((char) c);
            if (!out.isEmpty() && (syllable || c == Characters.LOST || (letter && !inWord))) {
                out.append(' ');
            }
            if (syllable) {
                out.append(toned ? Readings.toned(c) : Readings.of(c));
            } else if (letter || c == Characters.LOST) {
                out.appendCodePoint(Character.toLowerCase(c));
            }
            inWord = letter;
        }
        return out.toString();
    }

    /**
     * The sound with the confusions of south-western speech folded: zh, ch, sh into z, c, s; n- into l-; f- into hu-
     * (方 and 黄, 冯 and 洪); -ng into -n. Equal results may be the same spoken name.
     */
    public static String fuzzyPinyin(String pinyin) {
        StringBuilder out = new StringBuilder(pinyin.length() + 4);
        int from = 0;
        while (from < pinyin.length()) {
            int to = pinyin.indexOf(' ', from);
            to = to < 0 ? pinyin.length() : to;
            fold(pinyin, from, to, out);
            if (to < pinyin.length()) {
                out.append(' ');
            }
            from = to + 1;
        }
        return out.toString();
    }

    private static void fold(String pinyin, int from, int to, StringBuilder out) {
        int length = to - from;
        int at = from;
        char first = length > 0 ? pinyin.charAt(from) : ' ';
        boolean retroflex =
                length > 1 && pinyin.charAt(from + 1) == 'h' && (first == 'z' || first == 'c' || first == 's');
        if (retroflex) {
            out.append(first);
            at += 2;
        } else if (first == 'n' && length > 1) {
            out.append('l');
            at++;
        } else if (first == 'f' && length > 1) {
            at = foldF(pinyin, from, to, out);
        }
        boolean nasal = to - at > 2 && pinyin.startsWith("ng", to - 2);
        out.append(pinyin, at, nasal ? to - 1 : to);
    }

    /** Writes f- as hu- before the rest of the final, and returns where that begins. */
    private static int foldF(String pinyin, int from, int to, StringBuilder out) {
        String last = pinyin.substring(from + 1, to);
        return switch (last) {
            case "u" -> {
                out.append('h');
                yield from + 1;
            }
            case "eng" -> {
                out.append("hon");
                yield to;
            }
            case "ei", "en" -> {
                out.append("hu");
                yield from + 2;
            }
            default -> {
                out.append("hu");
                yield from + 1;
            }
        };
    }

    private static int surnameLength(String name) {
        int dot = name.indexOf('·');
        if (dot >= 0) {
            return dot;
        }
        if (name.isEmpty()) {
            return 0;
        }
        int first = name.codePointAt(0);
        if (!Characters.han(first) && first != Characters.LOST) {
            int blank = name.indexOf(' ');
            return blank < 0 ? name.length() : blank;
        }
        return name.length() > 2 && DOUBLE_SURNAMES.contains(name.substring(0, 2)) ? 2 : Character.charCount(first);
    }

    private static boolean separator(char c) {
        return c == '·' || c == ' ';
    }
}
