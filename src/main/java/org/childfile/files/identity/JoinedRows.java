package org.childfile.files.identity;

import java.util.Arrays;

/**
 * What the rules joined so far.
 *
 * @param numbers what its records have once
 * @param rows its rows, ascending
 */
record JoinedRows(Numbers numbers, int[] rows) {

    JoinedRows and(JoinedRows other) {
        int[] all = Arrays.copyOf(rows, rows.length + other.rows.length);
        System.arraycopy(other.rows, 0, all, rows.length, other.rows.length);
        Arrays.sort(all);
        return new JoinedRows(numbers.and(other.numbers), all);
    }
}
