package org.childfile.linkage.table;

import java.util.Arrays;

/** A growing column of numbers. */
public final class Ints {

    private int[] values;
    private int size;

    public Ints(int capacity) {
        values = new int[capacity];
    }

    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + Math.max(16, size >> 1));
        }
        values[size++] = value;
    }

    public int get(int position) {
        return values[position];
    }

    void set(int position, int value) {
        values[position] = value;
    }

    /** Forgets the numbers from a position on. */
    void cut(int position) {
        size = position;
    }

    public int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void addAll(Ints other) {
        values = Arrays.copyOf(values, Math.max(values.length, size + other.size));
        System.arraycopy(other.values, 0, values, size, other.size);
        size += other.size;
    }

    boolean contains(int value) {
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    /** The numbers; a copy only where there is room left over. */
    int[] trimmed() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }
}
