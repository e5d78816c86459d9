package org.childfile.linkage.comparison;

/**
 * Whether few edits make one text of another. Equal beginnings are skipped, then each kind of edit is tried: with at
 * most five edits that is quicker for names than a table, and needs no memory.
 */
final class Edits {

    private Edits() {}

    /** Levenshtein: a character put in, left out or replaced is one edit. */
    static boolean within(char[] one, char[] other, int most) {
        return within(one, 0, other, 0, most, false);
    }

    /** Optimal string alignment: two neighbours that change places are one edit too. */
    static boolean withinSwapping(char[] one, char[] other, int most) {
        return within(one, 0, other, 0, most, true);
    }

    private static boolean within(char[] one, int i, char[] other, int j, int most, boolean swapping) {
        int a = i;
        int b = j;
        while (a < one.length && b < other.length && one[a] == other[b]) {
            a++;
            b++;
        }
        int left = one.length - a;
        int right = other.length - b;
        if (Math.abs(left - right) > most) {
            return false;
        }
        if (left == 0 || right == 0) {
            return true;
        }
        return most > 0
                && (within(one, a + 1, other, b + 1, most - 1, swapping)
                        || (swapping && swapped(one, a, other, b) && within(one, a + 2, other, b + 2, most - 1, true))
                        || within(one, a + 1, other, b, most - 1, swapping)
                        || within(one, a, other, b + 1, most - 1, swapping));
    }

    private static boolean swapped(char[] one, int a, char[] other, int b) {
        return a + 1 < one.length && b + 1 < other.length && one[a] == other[b + 1] && one[a + 1] == other[b];
    }
}
