package org.childfile.linkage.matching;

import java.util.Arrays;
import java.util.List;
import org.childfile.linkage.table.Ints;
import org.childfile.linkage.table.Radix;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of rows with their weight in bits, the lower row first, as columns. A bar says why rules do not join a pair whatever it
 * weighs, and a person is asked.
 */
public final class Edges {

    /** The bar of a pair that only different values of what one person has once keep apart. */
    public static final String DIFFERENT_NUMBERS = "different id numbers";

    private final Ints lower = new Ints(1 << 10);
    private final Ints upper = new Ints(1 << 10);
    private double[] weights = new double[1 << 10];
    /** As far as there are bars. */
    private @Nullable String[] bars = new String[0];

    /** Takes a pair that rules may join. */
    public void add(int a, int b, double weight) {
        add(a, b, weight, null);
    }

    /**
     * Takes a pair.
     *
     * @param bar null where rules may join it
     */
    public void add(int a, int b, double weight, @Nullable String bar) {
        if (lower.size() == weights.length) {
            weights = Arrays.copyOf(weights, weights.length + (weights.length >> 1));
        }
        if (bar != null) {
            bars = bars.length > lower.size() ? bars : Arrays.copyOf(bars, weights.length);
            bars[lower.size()] = bar;
        }
        weights[lower.size()] = weight;
        lower.add(Math.min(a, b));
        upper.add(Math.max(a, b));
    }

    private void add(Edges other, int edge) {
        add(other.lower(edge), other.upper(edge), other.weight(edge), other.bar(edge));
    }

    static Edges all(List<Edges> parts) {
        Edges all = new Edges();
        for (Edges part : parts) {
            for (int i = 0; i < part.size(); i++) {
                all.add(part, i);
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

    /** Why rules do not join a pair; null where they may. */
    public @Nullable String bar(int edge) {
        return edge < bars.length ? bars[edge] : null;
    }

    /** Of edges that stand strongest first those of at least a weight. */
    public Edges from(double floor) {
        if (size() == 0 || weight(size() - 1) >= floor) {
            return this;
        }
        Edges kept = new Edges();
        for (int i = 0; i < size() && weight(i) >= floor; i++) {
            kept.add(this, i);
        }
        return kept;
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
            sorted.add(this, i);
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
}
