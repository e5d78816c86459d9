package org.childfile.kernel;

import java.util.Set;

/** Tells names from the words that registers hold where there is no name yet. */
final class NamePlaceholders {

    private static final Set<String> WORDS = Set.copyOf(Resources.lines("name-placeholders.txt"));
    private static final Set<String> CHILD_OF = Set.of(
            "子", "女", "婴", "儿子", "女儿", "长子", "次子", "三子", "长女", "次女", "三女", "大子", "二子", "大女", "二女", "男", "男孩", "女孩",
            "孩子", "小孩", "男婴", "女婴", "婴儿", "子女");
    private static final Set<String> NEWBORN = Set.of("新生儿", "婴儿", "男婴", "女婴", "弃婴", "弃儿");

    private NamePlaceholders() {}

    static boolean contains(String normal) {
        if (normal.isEmpty() || WORDS.contains(normal)) {
            return true;
        }
        int length = normal.length();
        return switch (normal.charAt(length - 1)) {
            case '某', '甲', '乙' -> length <= 4 && withSomeone(normal);
            case '子', '女', '孩' -> childOf(normal);
            case '婴', '儿' -> childOf(normal) || newborn(normal);
            case '?', '·' -> lostWhole(normal);
            default -> normal.contains("某某") || (normal.charAt(0) == '某' && length <= 3);
        };
    }

    /** 李某, 李某某, 李某甲. */
    private static boolean withSomeone(String normal) {
        return normal.indexOf('某') >= 0;
    }

    /** 王红之子, X之女, 王某某之次女. */
    private static boolean childOf(String normal) {
        int of = normal.lastIndexOf('之');
        return normal.indexOf('某') >= 0 || (of > 0 && CHILD_OF.contains(normal.substring(of + 1)));
    }

    private static boolean newborn(String normal) {
        int length = normal.length();
        return NEWBORN.contains(normal.substring(Math.max(0, length - 2)))
                || NEWBORN.contains(normal.substring(Math.max(0, length - 3)));
    }

    private static boolean lostWhole(String normal) {
        for (int i = 0; i < normal.length(); i++) {
            if (normal.charAt(i) != Characters.LOST && normal.charAt(i) != '·') {
                return false;
            }
        }
        return true;
    }
}
