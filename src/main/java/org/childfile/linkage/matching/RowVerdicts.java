package org.childfile.linkage.matching;

import java.util.List;
import org.childfile.linkage.table.PeopleTable;

/**
 * What persons decided of rows, without contradictions; it outranks every weight and every veto.
 *
 * @param groups by row, the row that stands for those which persons called one with it (itself where they are not in the table),
 *     or {@link PeopleTable#NONE} where nobody called it one with another; empty where that is so of all rows
 * @param different pairs of rows whose groups are two persons
 */
public record RowVerdicts(int[] groups, List<Pair> different) {

    public static final RowVerdicts NONE = new RowVerdicts(new int[0], List.of());

    public RowVerdicts {
        different = List.copyOf(different);
    }

    /** Two rows. */
    public record Pair(int a, int b) {}

    /** Whether persons called a row one with another. */
    boolean joins(int row) {
        return groups.length > 0 && groups[row] != PeopleTable.NONE;
    }
}
