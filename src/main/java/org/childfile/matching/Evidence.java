package org.childfile.matching;

import org.childfile.comparison.Derivations;
import org.childfile.comparison.Relations;

/** Takes out of a table's cells what is no evidence: values that are not the person's own, and values that too many share. */
final class Evidence {

    private final LinkModel model;
    private final int[] cells;
    private final int[] pool;
    private final Dictionary[] dictionaries;
    private final int fields;

    Evidence(LinkModel model, int[] cells, int[] pool, Dictionary[] dictionaries) {
        this.model = model;
        this.cells = cells;
        this.pool = pool;
        this.dictionaries = dictionaries;
        this.fields = dictionaries.length;
    }

    PeopleTable table(PeopleTable.Rows rows, int threads) {
        for (int field = 0; field < fields; field++) {
            Field.Owner owner = model.fields().get(field).owner();
            if (owner != null) {
                disown(field, owner);
            }
        }
        int[][] counts = new int[fields][];
        int[] filled = new int[fields];
        Workers.run(fields, threads, () -> field -> {
            counts[field] = counts(field);
            int limit = model.fields().get(field).common().limit(rows.count());
            int[] count = counts[field];
            if (limit < rows.count()) {
                keep(field, (row, code) -> count[code] <= limit);
            }
            for (int at = field; at < cells.length; at += fields) {
                filled[field] += cells[at] == PeopleTable.NONE ? 0 : 1;
            }
        });
        return new PeopleTable(model, rows, cells, pool, dictionaries, counts, filled);
    }

    /** Whether a row's value stays. */
    private interface Keeping {
        boolean stays(int row, int code);
    }

    private void keep(int field, Keeping keeping) {
        for (int row = 0; row * fields < cells.length; row++) {
            int at = row * fields + field;
            int cell = cells[at];
            if (cell >= 0) {
                cells[at] = keeping.stays(row, cell) ? cell : PeopleTable.NONE;
            } else if (cell != PeopleTable.NONE) {
                cells[at] = kept(row, -2 - cell, keeping);
            }
        }
    }

    private int kept(int row, int start, Keeping keeping) {
        int stay = 0;
        for (int i = 1; i <= pool[start]; i++) {
            if (keeping.stays(row, pool[start + i])) {
                pool[start + ++stay] = pool[start + i];
            }
        }
        pool[start] = stay;
        return stay == 0 ? PeopleTable.NONE : stay == 1 ? pool[start + 1] : -2 - start;
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
