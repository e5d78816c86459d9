package org.childfile.linkage.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.Ints;
import org.childfile.linkage.table.PeopleTable;

/** Rows in groups that can be united; each group knows its rows and what one person has only once. The root is the lowest row. */
final class Groups {

    private static final int SEVERAL = -2;

    private final PeopleTable table;
    private final int[] differ;
    private final boolean oneToOne;
    private final int[] parent;
    /** The rows of each root, in a ring. */
    private final int[] next;

    private final int[] size;
    /** By root and field, its one value, {@link PeopleTable#NONE} or {@link #SEVERAL}. */
    private final int[] values;

    private final Map<Integer, int[]> several = new HashMap<>();
    /** By root, the rows that a person said are others; only where there are any. */
    private final Map<Integer, Ints> others = new HashMap<>();

    Groups(PeopleTable table, int[] differ, List<PairVerdicts.Pair> different) {
        this.table = table;
        this.differ = differ;
        this.oneToOne = table.model().link() == LinkModel.Link.ONE_TO_ONE;
        this.parent = new int[table.rows()];
        this.next = new int[table.rows()];
        this.size = new int[table.rows()];
        this.values = new int[differ.length * table.rows()];
        for (int row = 0; row < parent.length; row++) {
            parent[row] = row;
            next[row] = row;
            size[row] = 1;
            for (int i = 0; i < differ.length; i++) {
                hold(row * differ.length + i, table.cell(row, differ[i]));
            }
        }
        for (PairVerdicts.Pair pair : different) {
            others.computeIfAbsent(pair.a(), row -> new Ints(2)).add(pair.b());
            others.computeIfAbsent(pair.b(), row -> new Ints(2)).add(pair.a());
        }
    }

    /** Whether a person said that rows of two roots are not the same. */
    boolean toldApart(int a, int b) {
        Ints told = others.isEmpty() ? null : others.get(a);
        for (int i = 0; told != null && i < told.size(); i++) {
            if (root(told.get(i)) == b) {
                return true;
            }
        }
        return false;
    }

    int root(int row) {
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

    void unite(int a, int b) {
        int root = Math.min(a, b);
        int child = Math.max(a, b);
        parent[child] = root;
        size[root] += size[child];
        int after = next[root];
        next[root] = next[child];
        next[child] = after;
        Ints told = others.isEmpty() ? null : others.remove(child);
        if (told != null) {
            Ints all = others.computeIfAbsent(root, row -> new Ints(told.size()));
            for (int i = 0; i < told.size(); i++) {
                all.add(told.get(i));
            }
        }
        for (int i = 0; i < differ.length; i++) {
            join(root * differ.length + i, child * differ.length + i);
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
