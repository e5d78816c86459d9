package org.childfile.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Positions united to parts, each part with a mark that is made of the marks of its positions (union–find). The lowest
 * position stands for its part, so that the parts come out in the order of their first positions.
 */
final class Partition<M> {

    private final int[] parent;
    private final List<M> marks;
    private final BinaryOperator<M> both;

    /** Each position by itself. */
    Partition(List<M> marks, BinaryOperator<M> both) {
        this.parent = new int[marks.size()];
        this.marks = new ArrayList<>(marks);
        this.both = both;
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
    }

    /** The position that stands for the part of another. */
    int find(int i) {
        int root = i;
        while (parent[root] != root) {
            root = parent[root];
        }
        for (int at = i; parent[at] != root; ) {
            int next = parent[at];
            parent[at] = root;
            at = next;
        }
        return root;
    }

    boolean together(int a, int b) {
        return find(a) == find(b);
    }

    /** The mark of the part of a position. */
    M mark(int i) {
        return marks.get(find(i));
    }

    void unite(int a, int b) {
        int root = Math.min(find(a), find(b));
        int child = Math.max(find(a), find(b));
        if (root != child) {
            parent[child] = root;
            marks.set(root, both.apply(marks.get(root), marks.get(child)));
        }
    }
}
