package org.childfile.files.identity;

import java.util.Arrays;

/**
 * What the rules joined so far.
 *
 * @param numbers what its records have once
 * @param rows its rows, ascending
 */
record Part(Numbers numbers, int[] rows) {

    Part and(Part other) {
        int[] all = Arrays.copyOf(rows, rows.length + other.rows.length);
        System.arraycopy(other.rows, 0, all, rows.length, other.rows.length);
        Arrays.sort(all);
        return new Part(numbers.and(other.numbers), all);
    }
}
