package org.childfile.linkage.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.Ints;
import org.childfile.linkage.table.PeopleTable;

/**
 * Rows in parts that rules unite; each part knows its rows and what one person has only once. Beside them persons: a person is the
 * parts that verdicts or rules united, and knows from whom it is kept apart. The root of either is its lowest row.
 */
final class Groups {

    private static final int SEVERAL = -2;

    private final PeopleTable table;
    private final int[] differ;
    private final boolean oneToOne;
    private final int[] parts;
    /** The parents of persons; those of the parts where no verdict unites any. */
    private final int[] persons;
    /** The rows of each part, in a ring. */
    private final int[] next;

    private final int[] size;
    /** By root and field, its one value, {@link PeopleTable#NONE} or {@link #SEVERAL}. */
    private final int[] values;

    private final Map<Integer, int[]> several = new HashMap<>();
    /** By the root of a person, rows of those from whom verdicts keep it apart; only where there are any. */
    private final Map<Integer, Ints> others = new HashMap<>();

    Groups(PeopleTable table, int[] differ, RowVerdicts verdicts) {
        this.table = table;
        this.differ = differ;
        this.oneToOne = table.model().link() == LinkModel.Link.ONE_TO_ONE;
        this.parts = new int[table.rows()];
        this.next = new int[table.rows()];
        this.size = new int[table.rows()];
        this.values = new int[differ.length * table.rows()];
        for (int row = 0; row < parts.length; row++) {
            parts[row] = row;
            next[row] = row;
            size[row] = 1;
            for (int i = 0; i < differ.length; i++) {
                hold(row * differ.length + i, table.cell(row, differ[i]));
            }
        }
        this.persons = verdicts.groups().length == 0 ? parts : parts.clone();
        for (int row = 0; row < persons.length; row++) {
            if (verdicts.joins(row)) {
                link(persons, person(row), person(verdicts.groups()[row]));
            }
        }
        for (RowVerdicts.Pair pair : verdicts.different()) {
            others.computeIfAbsent(person(pair.a()), root -> new Ints(2)).add(pair.b());
            others.computeIfAbsent(person(pair.b()), root -> new Ints(2)).add(pair.a());
        }
    }

    /** The root of the part of a row. */
    int part(int row) {
        return root(parts, row);
    }

    /** The root of the person of a row. */
    int person(int row) {
        return root(persons, row);
    }

    private static int root(int[] parent, int row) {
        int root = row;
        while (parent[root] != root) {
            root = parent[root];
        }
        for (int at = row; parent[at] != root; ) {
            int up = parent[at];
            parent[at] = root;
            at = up;
        }
        return root;
    }

    private static void link(int[] parent, int a, int b) {
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    /** Whether verdicts keep the persons of two rows apart. */
    boolean keptApart(int a, int b) {
        Ints told = others.isEmpty() ? null : others.get(person(a));
        for (int i = 0; told != null && i < told.size(); i++) {
            if (person(told.get(i)) == person(b)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row itself holds a value that one person has once. */
    boolean owns(int row) {
        for (int field : differ) {
            if (table.cell(row, field) != PeopleTable.NONE) {
                return true;
            }
        }
        return false;
    }

    /** Whether two rows themselves share a value that one person has once. */
    boolean sharing(int a, int b) {
        for (int field : differ) {
            if (table.meet(table.cell(a, field), table.cell(b, field))) {
                return true;
            }
        }
        return false;
    }

    int size(int root) {
        return size[root];
    }

    int[] rows(int root) {
        int[] rows = new int[size[root]];
        int at = root;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = at;
            at = next[at];
        }
        Arrays.sort(rows);
        return rows;
    }

    /** Whether two roots hold different values of what one person has once. */
    boolean differ(int a, int b) {
        for (int i = 0; i < differ.length; i++) {
            int one = a * differ.length + i;
            int other = b * differ.length + i;
            boolean known = values[one] != PeopleTable.NONE && values[other] != PeopleTable.NONE;
            boolean same = values[one] == values[other] && values[one] >= 0;
            if (known && !same && !meet(values(one), values(other))) {
                return true;
            }
        }
        return false;
    }

    /** Whether two roots hold rows of one source where a source holds a person once. */
    boolean sameSource(int a, int b) {
        if (oneToOne) {
            int one = a;
            do {
                int other = b;
                do {
                    if (table.source(one) == table.source(other)) {
                        return true;
                    }
                    other = next[other];
                } while (other != b);
                one = next[one];
            } while (one != a);
        }
        return false;
    }

    /** Unites two parts, and with them their persons. */
    void unite(int a, int b) {
        unitePersons(person(a), person(b));
        int root = Math.min(a, b);
        int child = Math.max(a, b);
        link(parts, root, child);
        size[root] += size[child];
        int after = next[root];
        next[root] = next[child];
        next[child] = after;
        for (int i = 0; i < differ.length; i++) {
            join(root * differ.length + i, child * differ.length + i);
        }
    }

    private void unitePersons(int a, int b) {
        link(persons, a, b);
        Ints told = others.isEmpty() || a == b ? null : others.remove(Math.max(a, b));
        if (told != null) {
            Ints all = others.computeIfAbsent(Math.min(a, b), row -> new Ints(told.size()));
            for (int i = 0; i < told.size(); i++) {
                all.add(told.get(i));
            }
        }
    }

    private void hold(int at, int cell) {
        values[at] = cell >= PeopleTable.NONE ? cell : SEVERAL;
        if (values[at] == SEVERAL) {
            int[] all = new int[table.size(cell)];
            for (int i = 0; i < all.length; i++) {
                all[i] = table.value(cell, i);
            }
            several.put(at, all);
        }
    }

    private void join(int root, int child) {
        if (values[root] == PeopleTable.NONE) {
            values[root] = values[child];
            if (values[child] == SEVERAL) {
                several.put(root, values(child));
            }
        } else if (values[child] != PeopleTable.NONE && (values[root] != values[child] || values[root] == SEVERAL)) {
            several.put(
                    root,
                    IntStream.concat(Arrays.stream(values(root)), Arrays.stream(values(child)))
                            .distinct()
                            .toArray());
            values[root] = SEVERAL;
        }
    }

    private int[] values(int at) {
        return values[at] == SEVERAL ? several.getOrDefault(at, new int[0]) : new int[] {values[at]};
    }

    private static boolean meet(int[] one, int[] other) {
        for (int a : one) {
            for (int b : other) {
                if (a == b) {
                    return true;
                }
            }
        }
        return false;
    }
}
