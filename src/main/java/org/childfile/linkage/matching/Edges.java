package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.childfile.linkage.table.Ints;
import org.childfile.linkage.table.Radix;

/** Pairs of rows with their weight in bits, the lower row first, as columns. */
public final class Edges {

    private final Ints lower = new Ints(1 << 10);
    private final Ints upper = new Ints(1 << 10);
    private double[] weights = new double[1 << 10];

    public void add(int a, int b, double weight) {
        if (lower.size() == weights.length) {
            weights = Arrays.copyOf(weights, weights.length + (weights.length >> 1));
        }
        weights[lower.size()] = weight;
        lower.add(Math.min(a, b));
        upper.add(Math.max(a, b));
    }

    static Edges all(List<Edges> parts) {
        Edges all = new Edges();
        for (Edges part : parts) {
            for (int i = 0; i < part.size(); i++) {
                all.add(part.lower(i), part.upper(i), part.weight(i));
            }
        }
        return all;
    }

    public int size() {
        return lower.size();
    }

    public int lower(int edge) {
        return lower.get(edge);
    }

    public int upper(int edge) {
        return upper.get(edge);
    }

    public double weight(int edge) {
        return weights[edge];
    }

    /** The same edges, strongest first, equal ones by their rows; the order of arrival leaves no trace. */
    public Edges strongestFirst() {
        if (inOrder()) {
            return this;
        }
        int[] order = new int[size()];
        long[] keys = new long[size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            keys[i] = rows(i);
        }
        order = Radix.sorted(order, keys);
        for (int i = 0; i < order.length; i++) {
            // The bits of a double order as the number does, once those of the negative ones are turned about.
            long bits = Double.doubleToLongBits(weights[i]);
            keys[i] = ~(bits < 0 ? ~bits : bits | Long.MIN_VALUE);
        }
        order = Radix.sorted(order, keys);
        Edges sorted = new Edges();
        for (int i : order) {
            sorted.add(lower(i), upper(i), weights[i]);
        }
        return sorted;
    }

    private boolean inOrder() {
        for (int i = 1; i < size(); i++) {
            int order = Double.compare(weights[i], weights[i - 1]);
            if (order == 0) {
                order = Long.compare(rows(i - 1), rows(i));
            }
            if (order > 0) {
                return false;
            }
        }
        return true;
    }

    private long rows(int edge) {
        return (long) lower(edge) << 32 | upper(edge);
    }

    /** One of the edges. */
    public record Edge(int lower, int upper, double weight) {}

    public List<Edge> list() {
        List<Edge> list = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            list.add(new Edge(lower(i), upper(i), weight(i)));
        }
        return list;
    }
}
