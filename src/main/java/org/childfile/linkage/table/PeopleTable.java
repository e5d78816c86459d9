package org.childfile.linkage.table;

import java.util.ArrayList;
import java.util.List;
import org.childfile.linkage.model.LinkModel;
import org.jspecify.annotations.Nullable;

/**
 * A table of people as columns of numbers: each field's values stand once in a dictionary, and a row holds their numbers.
 * Rows stand in the order of source and id, whatever the order of their arrival.
 */
public final class PeopleTable {

    /** The cell of a field without a value. */
    public static final int NONE = -1;

    private final LinkModel model;
    private final Rows rows;
    private final int[] cells;
    private final int[] @Nullable [] held;
    private final int[] pool;
    private final Dictionary[] dictionaries;
    private final int[][] counts;
    private final int[] filled;

    /** Who the rows are: by row the source and the number of arrival, by arrival the id. */
    record Rows(RowOrder order, int[] sources, Texts ids, int[] arrivals) {

        int count() {
            return sources.length;
        }
    }

    /**
     * What the rows hold.
     *
     * @param evidence row by row, a number a field: one value's, {@link #NONE}, or -2 - p for the values counted and listed
     *     in the pool at p
     * @param held by field, the cells of all rows as they were before values that too many hold were taken out; null for a
     *     field without such a value
     */
    record Cells(int[] evidence, int[] @Nullable [] held, int[] pool) {}

    PeopleTable(LinkModel model, Rows rows, Cells cells, Dictionary[] dictionaries, int[][] counts, int[] filled) {
        this.model = model;
        this.rows = rows;
        this.cells = cells.evidence();
        this.held = cells.held();
        this.pool = cells.pool();
        this.dictionaries = dictionaries;
        this.counts = counts;
        this.filled = filled;
    }

    /** Takes rows in, one by one; the table has them in the order of source and id as text. */
    public static TableBuilder builder(LinkModel model) {
        return new TableBuilder(model, RowOrder.TEXT);
    }

    public LinkModel model() {
        return model;
    }

    public int rows() {
        return rows.count();
    }

    /** The number of the source that a row came from. */
    public int source(int row) {
        return rows.sources()[row];
    }

    public String id(int row) {
        return rows.ids().get(rows.arrivals()[row]);
    }

    /** The number under which {@link TableBuilder#add} took the row in. */
    public int arrival(int row) {
        return rows.arrivals()[row];
    }

    /** The row of an id; -1 where there is none. */
    public int row(int source, String id) {
        int low = 0;
        int high = rows() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = source(middle) != source
                    ? Integer.compare(source(middle), source)
                    : rows.order().compare(id(middle), id);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    /** The values of a field that are evidence; empty where there are none. */
    public List<String> values(int row, String field) {
        int position = model.position(field);
        List<String> values = new ArrayList<>();
        int cell = cell(row, position);
        for (int i = 0; i < size(cell); i++) {
            values.add(dictionaries[position].text(value(cell, i)));
        }
        return values;
    }

    public int cell(int row, int field) {
        return cells[row * dictionaries.length + field];
    }

    /** A row's cell with the values, too, that are no evidence because too many hold them. */
    public int held(int row, int field) {
        int[] before = held[field];
        return before == null ? cell(row, field) : before[row];
    }

    /** Whether two rows say nothing of a field only because too many hold what one of them says. */
    public boolean onlyCommon(int a, int b, int field) {
        return (cell(a, field) == NONE || cell(b, field) == NONE) && held(a, field) != NONE && held(b, field) != NONE;
    }

    /** How many values a cell holds. */
    public int size(int cell) {
        return cell >= 0 ? 1 : cell == NONE ? 0 : pool[-2 - cell];
    }

    /** A cell's value by its position in the cell. */
    public int value(int cell, int position) {
        return cell >= 0 ? cell : pool[-1 - cell + position];
    }

    /** Whether two cells hold a value in common. */
    public boolean meet(int one, int other) {
        if (one >= 0 && other >= 0) {
            return one == other;
        }
        for (int i = 0; i < size(one); i++) {
            for (int j = 0; j < size(other); j++) {
                if (value(one, i) == value(other, j)) {
                    return true;
                }
            }
        }
        return false;
    }

    public Dictionary dictionary(int field) {
        return dictionaries[field];
    }

    /** How many rows hold a value of a field. */
    public int count(int field, int code) {
        return counts[field][code];
    }

    /** How many rows hold any value of a field. */
    public int filled(int field) {
        return filled[field];
    }
}
