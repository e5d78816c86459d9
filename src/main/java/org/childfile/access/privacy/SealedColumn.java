package org.childfile.access.privacy;

import java.util.List;

/**
 * A column of sealed values, so that they can be sealed anew.
 *
 * @param table {@code schema.table}
 * @param place the first part of the values' {@link Context}
 * @param row the columns that name the row in it, in order
 * @param atOnce how many values fit into memory at once
 */
public record SealedColumn(String table, String column, String place, List<String> row, int atOnce) {

    private static final int SMALL_VALUES = 1000;

    /** Of values that are small, a thousand fit into memory at once. */
    public SealedColumn(String table, String column, String place, List<String> row) {
        this(table, column, place, row, SMALL_VALUES);
    }

    public SealedColumn {
        row = List.copyOf(row);
    }
}
