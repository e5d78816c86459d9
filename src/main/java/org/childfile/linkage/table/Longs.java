package org.childfile.linkage.table;

import java.util.Arrays;

/** A growing column of long numbers. */
public final class Longs {

    private long[] values;
    private int size;

    public Longs(int capacity) {
        values = new long[capacity];
    }

    public void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + Math.max(16, size >> 1));
        }
        values[size++] = value;
    }

    public long get(int position) {
        return values[position];
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    /** Copies the numbers to a place, and gives the place behind them. */
    public int copyTo(long[] to, int at) {
        System.arraycopy(values, 0, to, at, size);
        return at + size;
    }

    public boolean contains(long value) {
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    /** The numbers; a copy only where there is room left over. */
    public long[] trimmed() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }
}
