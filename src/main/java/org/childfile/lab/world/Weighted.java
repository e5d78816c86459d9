package org.childfile.lab.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values that come up as often as their weights say. */
public final class Weighted<T> {

    private final List<T> values;
    private final double[] sums;

    private Weighted(List<T> values, double[] sums) {
        this.values = values;
        this.sums = sums;
    }

    public T pick(Rng rng) {
        double point = rng.fraction() * sums[sums.length - 1];
        int found = Arrays.binarySearch(sums, point);
        return values.get(Math.min(found < 0 ? -found - 1 : found + 1, sums.length - 1));
    }

    List<T> values() {
        return values;
    }

    /** Gathers values and weights. */
    public static final class Builder<T> {
        private final List<T> values = new ArrayList<>();
        private final List<Double> sums = new ArrayList<>();

        public Builder<T> add(T value, double weight) {
            values.add(value);
            sums.add((sums.isEmpty() ? 0 : sums.getLast()) + weight);
            return this;
        }

        public Weighted<T> build() {
            return new Weighted<>(
                    List.copyOf(values), sums.stream().mapToDouble(d -> d).toArray());
        }
    }
}
