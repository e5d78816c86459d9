package org.childfile.linkage.table;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import org.childfile.linkage.model.Comparison;
import org.childfile.linkage.model.Field;
import org.childfile.linkage.model.Hashes;
import org.childfile.linkage.model.Level;
import org.childfile.linkage.model.LinkModel;

/**
 * What the weights of a pair take from all rows of a table and not from its own two: how many rows hold a value, where that
 * matters, and how many hold any. With it a part of the rows weighs as the whole table does ({@link TablePart}).
 *
 * <p>A value that fewer than {@link #LEAST} rows hold, and that is not too common, is not listed: it weighs as if two held it.
 */
public final class TableStatistics implements Serializable {

    /** Fewer rows than that never make a value rarer. */
    public static final int LEAST = 3;

    private final boolean[] counted;
    private final long[] limits;
    private final int[] filled;
    /** Keys of values with open addressing, and how many rows hold each; 0 for an empty place. */
    private final long[] keys;

    private final int[] counts;

    private TableStatistics(boolean[] counted, long[] limits, int[] filled, long[] keys, int[] counts) {
        this.counted = counted;
        this.limits = limits;
        this.filled = filled;
        this.keys = keys;
        this.counts = counts;
    }

    /**
     * The statistics of a table.
     *
     * @param rows of the whole table
     * @param values keys of values that {@link #lists} names
     * @param counts how many rows hold each
     */
    public static TableStatistics of(LinkModel model, long rows, long[] values, long[] counts) {
        int size = Integer.highestOneBit(Math.max(8, values.length)) * 4;
        long[] keys = new long[size];
        int[] placed = new int[size];
        for (int i = 0; i < values.length; i++) {
            int slot = slot(keys, placed, values[i]);
            keys[slot] = values[i];
            placed[slot] = (int) Math.min(Integer.MAX_VALUE, counts[i]);
        }
        return new TableStatistics(
                counted(model), limits(model, rows), new int[model.fields().size()], keys, placed);
    }

    /** The same with how many rows hold any value of each field that is evidence. */
    public TableStatistics filled(long[] rows) {
        int[] bounded = new int[rows.length];
        for (int field = 0; field < rows.length; field++) {
            bounded[field] = (int) Math.min(Integer.MAX_VALUE, rows[field]);
        }
        return new TableStatistics(counted, limits, bounded, keys, counts);
    }

    /** The fields of which it matters how many rows hold a value. */
    public static boolean[] counted(LinkModel model) {
        Set<String> rare = new HashSet<>();
        for (Comparison comparison : model.comparisons()) {
            for (Level level : comparison.levels()) {
                if (level.terms()) {
                    rare.add(level.of());
                    rare.add(level.with());
                }
            }
        }
        boolean[] counted = new boolean[model.fields().size()];
        for (int field = 0; field < counted.length; field++) {
            Field of = model.fields().get(field);
            counted[field] = rare.contains(of.name()) || !of.common().equals(Field.Common.NEVER);
        }
        return counted;
    }

    /** Whether the number of rows that hold a value must be known. */
    public static boolean lists(long limit, long rows) {
        return rows >= LEAST || rows > limit;
    }

    /** By field, how many of so many rows may share a value. */
    public static long[] limits(LinkModel model, long rows) {
        return model.fields().stream()
                .mapToLong(field -> field.common().equals(Field.Common.NEVER)
                        ? Long.MAX_VALUE
                        : field.common().limit(rows))
                .toArray();
    }

    /** The key of a value of a field; the same on every machine. */
    public static long key(int field, String value) {
        return Hashes.mixed(field + 1L, Hashes.of(value));
    }

    int count(int field, String value, int otherwise) {
        if (!counted[field]) {
            return otherwise;
        }
        int found = counts[slot(keys, counts, key(field, value))];
        return found == 0 ? otherwise : found;
    }

    boolean common(int field, String value) {
        return limits[field] < Long.MAX_VALUE && count(field, value, 0) > limits[field];
    }

    int filled(int field) {
        return filled[field];
    }

    private static int slot(long[] keys, int[] counts, long key) {
        int mask = keys.length - 1;
        int slot = (int) key & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
