package org.childfile.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.LongPredicate;
import org.childfile.comparison.Cleaner;
import org.childfile.comparison.Cleaners;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a table in, one by one, and keeps of them what the model reads. Not for several threads. */
public final class TableBuilder {

    /** Cleaned cells that are remembered; further new ones are cleaned each time. */
    private static final int REMEMBERED = 1 << 22;

    private final LinkModel model;
    private final List<String> columns;
    private final FieldIntake[] intakes;
    private final Ints cells = new Ints(1 << 12);
    private final Ints pool = new Ints(1 << 10);
    private final Ints sources = new Ints(1 << 10);
    private final List<String> ids = new ArrayList<>();
    private final Ints values = new Ints(8);

    TableBuilder(LinkModel model) {
        this.model = model;
        this.columns = List.copyOf(new LinkedHashSet<>(
                model.fields().stream().flatMap(field -> field.from().stream()).toList()));
        Dictionary[] dictionaries = new SharedDictionaries(model).dictionaries();
        this.intakes = new FieldIntake[dictionaries.length];
        for (int i = 0; i < intakes.length; i++) {
            intakes[i] = new FieldIntake(model.fields().get(i), columns, dictionaries[i]);
        }
    }

    /** The columns whose cells a row brings, in this order. */
    public List<String> columns() {
        return columns;
    }

    /**
     * Takes a row in.
     *
     * @param source the number of the file or feed it comes from
     * @param id no other row of the source has it
     * @param row its cells in the order of {@link #columns()}; null where there is none
     * @return the number of arrival, counted from 0
     */
    public int add(int source, String id, @Nullable String[] row) {
        for (FieldIntake intake : intakes) {
            values.clear();
            intake.read(row, values);
            cells.add(
                    switch (values.size()) {
                        case 0 -> PeopleTable.NONE;
                        case 1 -> values.get(0);
                        default -> pooled();
                    });
        }
        sources.add(source);
        ids.add(id);
        return ids.size() - 1;
    }

    private int pooled() {
        int at = pool.size();
        pool.add(values.size());
        for (int i = 0; i < values.size(); i++) {
            pool.add(values.get(i));
        }
        return -2 - at;
    }

    /** The table; the builder is spent. A source and id that stand twice are an error. */
    public PeopleTable table() {
        return table(Evidence.ownRows(model, ids.size()));
    }

    /**
     * The table of rows that are only a part of all; the builder is spent.
     *
     * @param common says of a value, by its key, whether too many of all rows hold it
     */
    public PeopleTable table(ValueKeys keys, LongPredicate common) {
        return table((field, code, rows) -> {
            Field of = model.fields().get(field);
            return common.test(keys.of(of, intakes[field].dictionary.text(code)));
        });
    }

    private PeopleTable table(Evidence.Common common) {
        Integer[] order = new Integer[ids.size()];
        Arrays.setAll(order, i -> i);
        Arrays.parallelSort(order, (a, b) -> {
            int bySource = Integer.compare(sources.get(a), sources.get(b));
            return bySource != 0 ? bySource : ids.get(a).compareTo(ids.get(b));
        });
        int fields = intakes.length;
        int[] given = cells.trimmed();
        int[] sorted = new int[given.length];
        PeopleTable.Rows rows =
                new PeopleTable.Rows(new int[order.length], new String[order.length], new int[order.length]);
        for (int i = 0; i < order.length; i++) {
            int arrival = order[i];
            rows.sources()[i] = sources.get(arrival);
            rows.ids()[i] = ids.get(arrival);
            rows.arrivals()[i] = arrival;
            if (i > 0 && rows.sources()[i] == rows.sources()[i - 1] && rows.ids()[i].equals(rows.ids()[i - 1])) {
                throw new IllegalArgumentException("a row of source " + rows.sources()[i] + " stands here twice");
            }
            System.arraycopy(given, arrival * fields, sorted, i * fields, fields);
        }
        Dictionary[] dictionaries =
                Arrays.stream(intakes).map(intake -> intake.dictionary).toArray(Dictionary[]::new);
        return new Evidence(model, sorted, pool.trimmed(), dictionaries).table(rows, common);
    }

    /** Reads one field's values out of a row. */
    private static final class FieldIntake {
        private final int[] from;
        private final Cleaner cleaner;
        private final Dictionary dictionary;
        private final Dictionary raw = new Dictionary();
        private final Ints cleaned = new Ints(1 << 8);

        FieldIntake(Field field, List<String> columns, Dictionary dictionary) {
            this.from = field.from().stream().mapToInt(columns::indexOf).toArray();
            this.cleaner = Cleaners.find(field.as()).orElseThrow();
            this.dictionary = dictionary;
        }

        void read(@Nullable String[] row, Ints values) {
            for (int column : from) {
                String cell = row[column];
                int code = cell == null || cell.isEmpty() ? PeopleTable.NONE : code(cell);
                if (code != PeopleTable.NONE && !values.contains(code)) {
                    values.add(code);
                }
            }
        }

        private int code(String cell) {
            if (raw.size() >= REMEMBERED) {
                return clean(cell);
            }
            int number = raw.code(cell);
            if (number == cleaned.size()) {
                cleaned.add(clean(cell));
            }
            return cleaned.get(number);
        }

        private int clean(String cell) {
            String value = cleaner.clean(cell);
            return value == null ? PeopleTable.NONE : dictionary.code(value);
        }
    }
}
