package org.childfile.files.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Positions united to parts, each part with a mark that is made of the marks of its positions (union–find). The lowest
 * position stands for its part, so that the parts come out in the order of their first positions.
 */
final class Partition<M> {

    private final int[] parent;
    /** By what stands for it the mark of a part of more than one position; null for the others, as most stay alone. */
    private final List<@Nullable M> marks;

    private final IntFunction<M> alone;
    private final BinaryOperator<M> both;

    /**
     * Each position by itself.
     *
     * @param alone the mark of a position
     */
    Partition(int size, IntFunction<M> alone, BinaryOperator<M> both) {
        this.parent = new int[size];
        this.marks = new ArrayList<>(Collections.nCopies(size, null));
        this.alone = alone;
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
        int root = find(i);
        M mark = marks.get(root);
        return mark == null ? alone.apply(root) : mark;
    }

    void unite(int a, int b) {
        int root = Math.min(find(a), find(b));
        int child = Math.max(find(a), find(b));
        if (root != child) {
            M united = both.apply(mark(root), mark(child));
            parent[child] = root;
            marks.set(child, null);
            marks.set(root, united);
        }
    }
}
