package org.childfile.kernel;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Map;

/**
 * Traditional characters in their simplified form, one for one, out of ICU's {@code Traditional-Simplified}.
 *
 * <p>Built at first use (about 0.3 s), a plain array afterwards. Characters of the simplified standard that ICU would
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
        Transliterator icu = Transliterator.getInstance("Traditional-Simplified");
        for (int c = FIRST; c <= LAST; c++) {
            String simplified = icu.transliterate(String.valueOf((char) c));
            boolean one = simplified.length() == 1 && KEPT.indexOf(c) < 0;
            SIMPLIFIED[c - FIRST] = one ? simplified.charAt(0) : (char) c;
            if (simplified.length() == 2 && Character.isSurrogatePair(simplified.charAt(0), simplified.charAt(1))) {
                BACK.put(simplified.codePointAt(0), (char) c);
            }
        }
        ADDED.forEach((from, to) -> SIMPLIFIED[from - FIRST] = to);
    }

    private HanTable() {}

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
