package org.childfile.privacy;

import java.util.List;

/**
 * A column of sealed values, so that they can be sealed anew.
 *
 * @param table {@code schema.table}
 * @param place the first part of the values' {@link Context}
 * @param row the columns that name the row in it, in order
 */
public record SealedColumn(String table, String column, String place, List<String> row) {
    public SealedColumn {
        row = List.copyOf(row);
    }
}
