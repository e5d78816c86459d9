package org.childfile.linkage.table;

import org.childfile.linkage.model.Field;
import org.childfile.linkage.model.Hashes;

/**
 * The values that too many rows may share, as numbers that stay the same from table to table. For a caller whose table is
 * only a part of all rows: it keeps who holds which value, and tells a table which of them are too common ({@link
 * TableBuilder#table(ValueKeys, java.util.function.LongPredicate)}).
 *
 * @param among what the rows are counted among; the same value has another number among others
 */
public record ValueKeys(String among) {

    /** Takes values in. */
    public interface Sink {
        /**
         * Takes one value.
         *
         * @param most rows that may hold it; a value that more rows hold is no evidence
         */
        void value(long key, int most);
    }

    /** Tells the values of a row that count towards a limit, too common or not, each once. */
    public void tell(PeopleTable table, int row, Sink sink) {
        for (int position = 0; position < table.model().fields().size(); position++) {
            Field field = table.model().fields().get(position);
            if (!field.common().equals(Field.Common.NEVER)) {
                int held = table.held(row, position);
                for (int i = 0; i < table.size(held); i++) {
                    sink.value(
                            of(field, table.dictionary(position).text(table.value(held, i))),
                            field.common().rows());
                }
            }
        }
    }

    long of(Field field, String value) {
        return Hashes.mixed(Hashes.mixed(Hashes.of(among), Hashes.of(field.name())), Hashes.of(value));
    }
}
