package org.childfile.linkage.table;

import java.util.List;
import org.childfile.linkage.comparison.Cleaner;
import org.childfile.linkage.comparison.Cleaners;
import org.childfile.linkage.model.Field;
import org.jspecify.annotations.Nullable;

/** Reads one field's values out of rows, and keeps them as a column of numbers. */
final class FieldIntake {

    /** Cells that are remembered with what they were cleaned to; further new ones are cleaned each time. */
    private static final int REMEMBERED = 1 << 22;

    /** Where among the columns that rows bring this field's stand. */
    private final int[] from;

    private final Cleaner cleaner;
    private final Dictionary dictionary;
    private final Dictionary raw = new Dictionary();
    private final Ints cleaned = new Ints(1 << 8);
    private final Ints cells = new Ints(1 << 12);
    private final Ints pool = new Ints(8);
    private final Ints values = new Ints(8);

    FieldIntake(Field field, List<String> columns, Dictionary dictionary) {
        this.from = field.from().stream().mapToInt(columns::indexOf).toArray();
        this.cleaner = Cleaners.find(field.as()).orElseThrow();
        this.dictionary = dictionary;
    }

    Dictionary dictionary() {
        return dictionary;
    }

    /** The cell of each row in the order of arrival, as {@link PeopleTable} has it, but for a pool of its own. */
    Ints cells() {
        return cells;
    }

    Ints pool() {
        return pool;
    }

    /** Takes a row of the columns that all fields read. */
    void take(@Nullable String[] row) {
        values.clear();
        for (int column : from) {
            String cell = row[column];
            if (cell != null && !cell.isEmpty()) {
                value(raw.size() >= REMEMBERED ? clean(cell) : known(raw.code(cell)));
            }
        }
        end();
    }

    /**
     * Takes rows of a block.
     *
     * @param places where in a line of the file the columns stand
     */
    void take(CsvBlock block, Ints rows, int[] places) {
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            values.clear();
            for (int column : from) {
                int start = block.start(row, places[column]);
                int end = block.end(row, places[column]);
                if (start < end) {
                    value(
                            raw.size() >= REMEMBERED
                                    ? clean(block.cell(row, places[column]))
                                    : known(raw.code(block.text, start, end)));
                }
            }
            end();
        }
    }

    /** Takes the values of a row that were cleaned before. */
    void takeCleaned(List<String> row) {
        values.clear();
        for (String each : row) {
            value(dictionary.code(each));
        }
        end();
    }

    private void value(int code) {
        if (code != PeopleTable.NONE && !values.contains(code)) {
            values.add(code);
        }
    }

    private void end() {
        switch (values.size()) {
            case 0 -> cells.add(PeopleTable.NONE);
            case 1 -> cells.add(values.get(0));
            default -> {
                cells.add(-2 - pool.size());
                pool.add(values.size());
                for (int i = 0; i < values.size(); i++) {
                    pool.add(values.get(i));
                }
            }
        }
    }

    private int known(int number) {
        if (number == cleaned.size()) {
            cleaned.add(clean(raw.text(number)));
        }
        return cleaned.get(number);
    }

    private int clean(String cell) {
        String value = cleaner.clean(cell);
        return value == null ? PeopleTable.NONE : dictionary.code(value);
    }
}
