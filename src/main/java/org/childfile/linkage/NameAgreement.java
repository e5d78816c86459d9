package org.childfile.linkage;

import org.childfile.kernel.ChineseNames;
import org.jspecify.annotations.Nullable;

/** How far two names agree, best first. */
enum NameAgreement {
    /** The same characters. */
    EXACT,
    /** The same sounds, tones apart: what pinyin typing confuses. */
    SAME_PINYIN,
    /** The former name of the one is the name of the other. */
    FORMER_NAME,
    /** The same but for characters that were lost ({@code ?}). */
    LOST_CHARACTER,
    /** The same sounds to a south-western ear. */
    FUZZY_PINYIN,
    /** Another surname, the same given name of two characters: the mother's surname for the father's. */
    OTHER_SURNAME,
    /** One character differs: a look-alike, or a twin. */
    ONE_CHARACTER,
    /** One of them is missing. */
    UNKNOWN,
    DIFFERENT;

    static NameAgreement of(LinkRecord a, LinkRecord b) {
        String one = a.name();
        String other = b.name();
        if (one == null || other == null) {
            return UNKNOWN;
        }
        if (one.equals(other)) {
            return EXACT;
        }
        if (one.equals(b.formerName()) || other.equals(a.formerName())) {
            return FORMER_NAME;
        }
        if (one.indexOf('?') >= 0 || other.indexOf('?') >= 0) {
            return matchesAroundLost(one, other) ? LOST_CHARACTER : DIFFERENT;
        }
        if (same(a.pinyin(), b.pinyin())) {
            return SAME_PINYIN;
        }
        if (same(a.fuzzyPinyin(), b.fuzzyPinyin())) {
            return FUZZY_PINYIN;
        }
        String given = ChineseNames.given(one);
        if (given.length() >= 2 && given.equals(ChineseNames.given(other))) {
            return OTHER_SURNAME;
        }
        boolean single = one.length() == other.length() && one.length() >= 2 && differences(one, other) == 1;
        return single ? ONE_CHARACTER : DIFFERENT;
    }

    /** Lost characters match anything, but two characters (of a name of two: one) must be left that agree. */
    private static boolean matchesAroundLost(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int agreeing = 0;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) == other.charAt(i) && one.charAt(i) != '?') {
                agreeing++;
            } else if (one.charAt(i) != '?' && other.charAt(i) != '?') {
                return false;
            }
        }
        return agreeing >= Math.min(2, one.length() - 1);
    }

    private static int differences(String one, String other) {
        int count = 0;
        for (int i = 0; i < one.length(); i++) {
            count += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return count;
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }
}
