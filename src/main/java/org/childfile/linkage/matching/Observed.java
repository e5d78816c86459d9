package org.childfile.linkage.matching;

import java.util.List;
import org.childfile.linkage.model.Comparison;

/**
 * Patterns that were met, taken apart.
 *
 * @param levels by pattern and comparison; one past the last level for no evidence
 * @param counts how many pairs show the pattern
 */
record Observed(byte[][] levels, double[] counts) {

    static Observed of(Patterns patterns, List<Comparison> comparisons, double weight) {
        long[] sorted = patterns.sorted();
        byte[][] levels = new byte[sorted.length][comparisons.size()];
        double[] counts = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            long rest = sorted[i];
            for (int c = 0; c < levels[i].length; c++) {
                int size = comparisons.get(c).levels().size() + 1;
                levels[i][c] = (byte) (rest % size);
                rest /= size;
            }
            counts[i] = patterns.count(sorted[i]) * weight;
        }
        return new Observed(levels, counts);
    }

    /** The patterns of several observations, one after the other. */
    static Observed all(List<Observed> parts) {
        int size = parts.stream().mapToInt(part -> part.counts.length).sum();
        byte[][] levels = new byte[size][];
        double[] counts = new double[size];
        int at = 0;
        for (Observed part : parts) {
            System.arraycopy(part.levels, 0, levels, at, part.counts.length);
            System.arraycopy(part.counts, 0, counts, at, part.counts.length);
            at += part.counts.length;
        }
        return new Observed(levels, counts);
    }

    double total() {
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        return total;
    }
}
