package org.childfile.matching;

import java.util.Arrays;

/** A growing column of long numbers. */
final class Longs {

    private long[] values;
    private int size;

    Longs(int capacity) {
        values = new long[capacity];
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + Math.max(16, size >> 1));
        }
        values[size++] = value;
    }

    long get(int position) {
        return values[position];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Copies the numbers to a place, and gives the place behind them. */
    int copyTo(long[] to, int at) {
        System.arraycopy(values, 0, to, at, size);
        return at + size;
    }

    boolean contains(long value) {
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    /** The numbers; a copy only where there is room left over. */
    long[] trimmed() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }
}
