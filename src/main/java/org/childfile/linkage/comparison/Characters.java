package org.childfile.linkage.comparison;

/** How texts differ character by character; nothing here allocates. */
final class Characters {

    private Characters() {}

    /** The place of the only character that differs between texts of one length; -1 for none, several or other lengths. */
    static int onlyDifference(char[] one, char[] other) {
        if (one.length != other.length) {
            return -1;
        }
        int found = -1;
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i]) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /** Whether two neighbours that changed places are all that differs. */
    static boolean neighboursSwapped(char[] one, char[] other) {
        if (one.length != other.length) {
            return false;
        }
        int i = 0;
        while (i < one.length && one[i] == other[i]) {
            i++;
        }
        if (i + 1 >= one.length || one[i] != other[i + 1] || one[i + 1] != other[i]) {
            return false;
        }
        return sameFrom(one, i + 2, other, i + 2);
    }

    /** Whether the longer is the shorter with one character put in. */
    static boolean oneMore(char[] one, char[] other) {
        char[] shorter = one.length < other.length ? one : other;
        char[] longer = one.length < other.length ? other : one;
        if (longer.length != shorter.length + 1) {
            return false;
        }
        int i = 0;
        while (i < shorter.length && shorter[i] == longer[i]) {
            i++;
        }
        return sameFrom(shorter, i, longer, i + 1);
    }

    private static boolean sameFrom(char[] one, int from, char[] other, int otherFrom) {
        for (int i = from, j = otherFrom; i < one.length; i++, j++) {
            if (one[i] != other[j]) {
                return false;
            }
        }
        return true;
    }
}
