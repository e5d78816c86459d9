package org.childfile.linkage.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.childfile.linkage.model.LinkModel;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a table in, and keeps of them what the model reads. Not for several threads. */
public final class TableBuilder {

    private static final int TASK_BITS = 14;

    private final LinkModel model;
    private final RowOrder order;
    private final List<String> columns;
    private final List<FieldIntake> intakes = new ArrayList<>();
    /** Those that fill the same dictionary together, in which numbers are given in the order of the rows. */
    private final List<List<FieldIntake>> groups;

    private final Ints sources = new Ints(1 << 10);
    private final Texts ids = new Texts();
    /** The arrivals in order, once all are there. */
    private int[] arrivals = new int[0];

    TableBuilder(LinkModel model, RowOrder order) {
        this.model = model;
        this.order = order;
        this.columns = List.copyOf(new LinkedHashSet<>(
                model.fields().stream().flatMap(field -> field.from().stream()).toList()));
        Dictionary[] dictionaries = new SharedDictionaries(model).dictionaries();
        Map<Dictionary, List<FieldIntake>> sharing = new HashMap<>();
        this.groups = new ArrayList<>();
        for (int i = 0; i < dictionaries.length; i++) {
            FieldIntake intake = new FieldIntake(model.fields().get(i), columns, dictionaries[i]);
            intakes.add(intake);
            sharing.computeIfAbsent(dictionaries[i], first -> {
                        groups.add(new ArrayList<>());
                        return groups.getLast();
                    })
                    .add(intake);
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
            intake.take(row);
        }
        sources.add(source);
        return ids.add(id);
    }

    /**
     * Takes rows of a block in.
     *
     * @param id the cell of a line that holds the id
     * @param places the cells of a line that hold the {@link #columns()}
     */
    void add(int source, CsvBlock block, Ints rows, int id, int[] places, int threads) {
        Workers.run(
                groups.size(),
                threads,
                () -> number -> groups.get(number).forEach(intake -> intake.take(block, rows, places)));
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            sources.add(source);
            ids.add(block.text, block.start(row, id), block.end(row, id));
        }
    }

    /**
     * Takes a row of values in, as cleaners made them and by field.
     *
     * @param id no other row of the source has it
     */
    void addCleaned(int source, String id, List<List<String>> values) {
        for (int field = 0; field < intakes.size(); field++) {
            intakes.get(field).takeCleaned(values.get(field));
        }
        sources.add(source);
        ids.add(id);
    }

    int rows() {
        return ids.size();
    }

    Dictionary dictionary(int field) {
        return intakes.get(field).dictionary();
    }

    /** The table; the builder is spent. A source and id that stand twice are an error. */
    public PeopleTable table() {
        return table(1);
    }

    /**
     * The table of rows that are only a part of all; the builder is spent.
     *
     * @param common says of a value, by its key, whether too many of all rows hold it
     */
    public PeopleTable table(ValueKeys keys, LongPredicate common) {
        sort();
        return evidence(1)
                .disowned()
                .table(
                        inOrder(),
                        (field, code, rows) -> common.test(keys.of(
                                model.fields().get(field), dictionary(field).text(code))),
                        1);
    }

    /** As {@link #table()}, by several threads. */
    PeopleTable table(int threads) {
        sort();
        return evidence(threads).disowned().table(inOrder(), Evidence.ownRows(model, ids.size()), threads);
    }

    /** The table of rows that {@link #addCleaned} took in; the builder is spent. */
    PeopleTable table(Evidence.Whole whole) {
        sort();
        return evidence(1).table(inOrder(), whole, 1);
    }

    private void sort() {
        arrivals = order.sorted(sources, ids);
        for (int i = 1; i < arrivals.length; i++) {
            if (order.compare(arrivals[i - 1], arrivals[i], sources, ids) == 0) {
                throw new IllegalArgumentException(
                        "a row of source " + sources.get(arrivals[i]) + " stands here twice");
            }
        }
    }

    private PeopleTable.Rows inOrder() {
        int[] sorted = new int[arrivals.length];
        for (int row = 0; row < sorted.length; row++) {
            sorted[row] = sources.get(arrivals[row]);
        }
        return new PeopleTable.Rows(order, sorted, ids, arrivals);
    }

    private Evidence evidence(int threads) {
        int fields = intakes.size();
        int[] cells = new int[fields * arrivals.length];
        Ints pool = new Ints(8);
        int[] shifts = new int[fields];
        for (int field = 0; field < fields; field++) {
            shifts[field] = pool.size();
            pool.addAll(intakes.get(field).pool());
        }
        Workers.run((arrivals.length >> TASK_BITS) + 1, threads, () -> number -> {
            int end = Math.min(arrivals.length, (number + 1) << TASK_BITS);
            for (int row = number << TASK_BITS; row < end; row++) {
                for (int field = 0; field < fields; field++) {
                    int cell = intakes.get(field).cells().get(arrivals[row]);
                    cells[row * fields + field] = cell < PeopleTable.NONE ? cell - shifts[field] : cell;
                }
            }
        });
        Dictionary[] dictionaries =
                intakes.stream().map(FieldIntake::dictionary).toArray(Dictionary[]::new);
        return new Evidence(model, cells, pool.trimmed(), dictionaries);
    }
}
