package org.childfile.kernel;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Traditional characters in their simplified form, one for one: those of ICU's {@code Traditional-Simplified}, written down
 * in {@code han-simplified.txt} as asking ICU takes half a second. Characters of the simplified standard that ICU would
 * merge with others (乾 and 干, 姊 and 姐) stay themselves, as in names they are different characters. Where the
 * simplified form lies outside the basic plane (鋐), the traditional one stands for both, so that in a normal form one
 * character is one {@code char}.
 */
final class HanTable {

    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;
    private static final String KEPT = "乾俱吒姊摺箝苎菸著藉跤阪";
    private static final Map<Character, Character> ADDED = Map.of('锺', '钟', '峯', '峰');

    private static final char[] SIMPLIFIED = new char[LAST - FIRST + 1];
    private static final Map<Integer, Character> BACK = new HashMap<>();

    static {
        for (int c = FIRST; c <= LAST; c++) {
            SIMPLIFIED[c - FIRST] = (char) c;
        }
        for (String line : Resources.lines(HanTable.class, "han-simplified.txt")) {
            int simplified = line.codePointAt(0);
            for (char c : line.substring(Character.charCount(simplified)).toCharArray()) {
                if (simplified > 0xFFFF) {
                    BACK.put(simplified, c);
                } else {
                    SIMPLIFIED[c - FIRST] = (char) simplified;
                }
            }
        }
        ADDED.forEach((from, to) -> SIMPLIFIED[from - FIRST] = to);
    }

    private HanTable() {}

    /** What {@code han-simplified.txt} has to say, as ICU writes: each simplified character before the traditional ones. */
    static List<String> table() {
        Transliterator icu = Transliterator.getInstance("Traditional-Simplified");
        Map<Integer, StringBuilder> traditional = new TreeMap<>();
        for (int c = FIRST; c <= LAST; c++) {
            String simplified = icu.transliterate(String.valueOf((char) c));
            int to = simplified.codePointAt(0);
            if (to != c && KEPT.indexOf(c) < 0 && simplified.length() == Character.charCount(to)) {
                traditional.computeIfAbsent(to, absent -> new StringBuilder()).append((char) c);
            }
        }
        List<String> lines = new ArrayList<>();
        traditional.forEach((simplified, others) -> lines.add(Character.toString(simplified) + others));
        return lines;
    }

    static char simplified(char c) {
        return c >= FIRST && c <= LAST ? SIMPLIFIED[c - FIRST] : c;
    }

    static int simplified(int codePoint) {
        if (codePoint <= 0xFFFF) {
            return simplified((char) codePoint);
        }
        Character back = BACK.get(codePoint);
        return back == null ? codePoint : back;
    }

    /** The text with every traditional character replaced; the same object where there is none. */
    static String simplified(String text) {
        int changed = 0;
        while (changed < text.length()
                && simplified(text.charAt(changed)) == text.charAt(changed)
                && !Character.isSurrogate(text.charAt(changed))) {
            changed++;
        }
        if (changed == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, changed);
        for (int i = changed; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            out.appendCodePoint(simplified(codePoint));
            i += Character.charCount(codePoint);
        }
        return out.toString();
    }
}
