package org.childfile.linkage.table;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.childfile.linkage.comparison.Derivations;
import org.childfile.linkage.comparison.Relations;
import org.childfile.linkage.model.Field;
import org.childfile.linkage.model.LinkModel;
import org.jspecify.annotations.Nullable;

/** Takes out of a table's cells what is no evidence: values that are not the person's own, and values that too many share. */
final class Evidence {

    private final LinkModel model;
    private final int[] cells;
    private int[] pool;
    private final Dictionary[] dictionaries;
    private final int fields;

    Evidence(LinkModel model, int[] cells, int[] pool, Dictionary[] dictionaries) {
        this.model = model;
        this.cells = cells;
        this.pool = pool;
        this.dictionaries = dictionaries;
        this.fields = dictionaries.length;
    }

    /** What is known of all rows, of which the table's may be a part. */
    interface Whole {
        /** Whether a value of a field is no evidence, by its number, because too many rows hold it. */
        boolean common(int field, int code, int rows);

        /** How many of all rows hold a value of a field. */
        default int rows(int field, int code, int rows) {
            return rows;
        }

        /** How many of all rows hold any value of a field. */
        default int filled(int field, int rows) {
            return rows;
        }
    }

    /** The table's rows are all there are. */
    static Whole ownRows(LinkModel model, int allRows) {
        int[] limits = model.fields().stream()
                .mapToInt(field -> field.common().limit(allRows))
                .toArray();
        return (field, code, rows) -> rows > limits[field];
    }

    /** Takes out the values that are not the person's own. */
    Evidence disowned() {
        for (int field = 0; field < fields; field++) {
            Field.Owner owner = model.fields().get(field).owner();
            if (owner != null) {
                disown(field, owner);
            }
        }
        return this;
    }

    /** The table, without the values that too many hold. */
    PeopleTable table(PeopleTable.Rows rows, Whole whole, int threads) {
        int[][] counts = new int[fields][];
        int[] filled = new int[fields];
        int[] @Nullable [] held = new int[fields][];
        Workers.run(fields, threads, () -> field -> counts[field] = counts(field));
        for (int field = 0; field < fields; field++) {
            if (!model.fields().get(field).common().equals(Field.Common.NEVER)) {
                held[field] = withoutCommon(field, counts[field], whole);
            }
        }
        Workers.run(fields, threads, () -> field -> {
            for (int at = field; at < cells.length; at += fields) {
                filled[field] += cells[at] == PeopleTable.NONE ? 0 : 1;
            }
            filled[field] = whole.filled(field, filled[field]);
            for (int code = 0; code < counts[field].length; code++) {
                if (counts[field][code] > 0) {
                    counts[field][code] = whole.rows(field, code, counts[field][code]);
                }
            }
        });
        return new PeopleTable(model, rows, new PeopleTable.Cells(cells, held, pool), dictionaries, counts, filled);
    }

    /** Takes a field's common values out; the cells as they were before, or null where there was no such value. */
    private int @Nullable [] withoutCommon(int field, int[] counts, Whole whole) {
        boolean[] out = new boolean[counts.length];
        boolean any = false;
        for (int code = 0; code < counts.length; code++) {
            out[code] = counts[code] > 0 && whole.common(field, code, counts[code]);
            any |= out[code];
        }
        if (!any) {
            return null;
        }
        int[] before = new int[cells.length / fields];
        Arrays.setAll(before, row -> cells[row * fields + field]);
        keep(field, (row, code) -> !out[code]);
        return before;
    }

    /** Whether a row's value stays. */
    private interface Keeping {
        boolean stays(int row, int code);
    }

    private void keep(int field, Keeping keeping) {
        Ints appended = new Ints(16);
        for (int row = 0; row * fields < cells.length; row++) {
            int at = row * fields + field;
            int cell = cells[at];
            if (cell >= 0) {
                cells[at] = keeping.stays(row, cell) ? cell : PeopleTable.NONE;
            } else if (cell != PeopleTable.NONE) {
                int of = row;
                cells[at] = kept(cell, code -> keeping.stays(of, code), appended);
            }
        }
        if (appended.size() > 0) {
            int old = pool.length;
            pool = Arrays.copyOf(pool, old + appended.size());
            System.arraycopy(appended.trimmed(), 0, pool, old, appended.size());
        }
    }

    /** The cell of those of its values that stay; new lists are appended, as the old cell may still be asked for. */
    private int kept(int cell, IntPredicate stays, Ints appended) {
        int start = -2 - cell;
        int stay = 0;
        int last = PeopleTable.NONE;
        for (int i = 1; i <= pool[start]; i++) {
            if (stays.test(pool[start + i])) {
                stay++;
                last = pool[start + i];
            }
        }
        if (stay == pool[start] || stay <= 1) {
            return stay > 1 ? cell : last;
        }
        int position = pool.length + appended.size();
        appended.add(stay);
        for (int i = 1; i <= pool[start]; i++) {
            if (stays.test(pool[start + i])) {
                appended.add(pool[start + i]);
            }
        }
        return -2 - position;
    }

    private void disown(int field, Field.Owner owner) {
        Ownership<?> ownership = new Ownership<>(
                Derivations.find(owner.derivation()).orElseThrow(),
                Relations.find(owner.relation()).orElseThrow(),
                dictionaries[field],
                dictionaries[model.position(owner.field())]);
        int other = model.position(owner.field());
        keep(field, (row, code) -> {
            int cell = cells[row * fields + other];
            int values = cell >= 0 ? 1 : cell == PeopleTable.NONE ? 0 : pool[-2 - cell];
            boolean owns = values == 0;
            for (int i = 0; i < values && !owns; i++) {
                owns = ownership.holds(code, cell >= 0 ? cell : pool[-1 - cell + i]);
            }
            return owns;
        });
    }

    private int[] counts(int field) {
        int[] counts = new int[dictionaries[field].size()];
        for (int at = field; at < cells.length; at += fields) {
            int cell = cells[at];
            if (cell >= 0) {
                counts[cell]++;
            } else if (cell != PeopleTable.NONE) {
                for (int i = 1; i <= pool[-2 - cell]; i++) {
                    counts[pool[-2 - cell + i]]++;
                }
            }
        }
        return counts;
    }
}
