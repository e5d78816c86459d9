package org.childfile.kernel;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells names from the words that registers hold where there is no name yet. */
final class NamePlaceholders {

    private static final List<String> LINES = Resources.lines(NamePlaceholders.class, "name-placeholders.txt");
    private static final Set<String> WORDS = Set.copyOf(LINES);
    /** What may stand behind 之 or 的 and somebody's name. */
    private static final Set<String> CHILD_OF = behind("之");

    private static final Set<String> NEWBORN = behind("*");
    private static final int LONGEST_NEWBORN = 3;

    private NamePlaceholders() {}

    static boolean contains(String normal) {
        if (normal.isEmpty() || WORDS.contains(normal)) {
            return true;
        }
        if (!lettered(normal)) {
            return true;
        }
        int length = normal.length();
        return switch (normal.charAt(length - 1)) {
            case '某', '甲', '乙' -> length <= 4 && withSomeone(normal);
            case '子', '女', '孩', '男' -> childOf(normal);
            case '婴', '儿' -> childOf(normal) || newborn(normal);
            default -> normal.contains("某某") || (normal.charAt(0) == '某' && length <= 3);
        };
    }

    private static boolean lettered(String normal) {
        for (int i = 0; i < normal.length(); ) {
            int c = normal.codePointAt(i);
            if (Character.isLetter(c) || Characters.han(c)) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    /** 李某, 李某某, 李某甲. */
    private static boolean withSomeone(String normal) {
        return normal.indexOf('某') >= 0;
    }

    /** 王红之子, 王红的女儿, X之女, 王某某之次女. */
    private static boolean childOf(String normal) {
        int of = Math.max(normal.lastIndexOf('之'), normal.lastIndexOf('的'));
        return normal.indexOf('某') >= 0 || (of > 0 && CHILD_OF.contains(normal.substring(of + 1)));
    }

    private static boolean newborn(String normal) {
        for (int length = 2; length <= LONGEST_NEWBORN; length++) {
            if (NEWBORN.contains(normal.substring(Math.max(0, normal.length() - length)))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> behind(String sign) {
        return LINES.stream()
                .filter(line -> line.startsWith(sign))
                .map(line -> line.substring(1))
                .collect(Collectors.toUnmodifiableSet());
    }
}
