package org.childfile.linkage.comparison;

import org.childfile.kernel.ChineseNames;

/**
 * A milk name (乳名) made of one character of the given name, as families call a small child: the character twice (涵涵), or
 * with a particle before or behind it (小涵, 阿涵, 涵儿, 涵宝).
 */
final class MilkNames {

    private static final String BEFORE = "小阿大";
    private static final String BEHIND = "儿宝娃妹仔子";

    private MilkNames() {}

    /**
     * A name and what it is a milk name of.
     *
     * @param given the given name
     * @param stem the character that the whole is a milk name of; 0 if it cannot be one
     */
    record Parts(String given, char stem) {}

    static Parts of(String name) {
        return new Parts(ChineseNames.given(name), stem(name));
    }

    /** The one is a milk name of the other's given name, and not the other way round as well. */
    static boolean sameChild(Parts one, Parts other) {
        return called(one, other) != called(other, one);
    }

    private static boolean called(Parts milk, Parts full) {
        return milk.stem() != 0 && full.given().indexOf(milk.stem()) >= 0;
    }

    private static char stem(String name) {
        if (name.length() != 2) {
            return 0;
        }
        char first = name.charAt(0);
        char second = name.charAt(1);
        if (first == second || BEFORE.indexOf(first) >= 0) {
            return second;
        }
        return BEHIND.indexOf(second) >= 0 ? first : 0;
    }
}
