package org.childfile.linkage.table;

import java.util.List;
import org.childfile.linkage.model.LinkModel;

/**
 * Rows of a larger table as a table of their own, in which they weigh as in the whole: for an engine that holds a part of the
 * rows at a time. Not for several threads.
 */
public final class TablePart {

    private final TableBuilder builder;
    private final TableStatistics whole;

    public TablePart(LinkModel model, TableStatistics whole) {
        this.builder = new TableBuilder(model, RowOrder.SHORT_FIRST);
        this.whole = whole;
    }

    /**
     * Takes a row in.
     *
     * @param rank its place among all rows in the order of source and id; the part's rows have this order, and it is their id
     * @param values by field, as cleaners made them, without those that are not the person's own
     */
    public void add(long rank, int source, List<List<String>> values) {
        builder.addCleaned(source, Long.toString(rank), values);
    }

    public int rows() {
        return builder.rows();
    }

    /** The table; the part is spent. */
    public PeopleTable table() {
        return builder.table(new Evidence.Whole() {
            @Override
            public boolean common(int field, int code, int rows) {
                return whole.common(field, builder.dictionary(field).text(code));
            }

            @Override
            public int rows(int field, int code, int rows) {
                return whole.count(field, builder.dictionary(field).text(code), rows);
            }

            @Override
            public int filled(int field, int rows) {
                return whole.filled(field);
            }
        });
    }

    /** The place among all rows that a row of the part has. */
    public static long rank(PeopleTable part, int row) {
        return Long.parseLong(part.id(row));
    }
}
