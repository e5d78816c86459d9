package org.childfile.ingest.landing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The distinct keys of a feed, numbered from 0 in the order in which they were added. Holds no object a key: the keys'
 * UTF-8 stands end to end in one array, and an open-addressing table of numbers finds them.
 */
final class KeyTable {

    private static final int EMPTY = -1;

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int[] slots = filled(1 << 9);
    private int size;

    /** The number of a key; it is added if it is new. A new key's number is the former {@link #size()}. */
    int add(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        int slot = slot(slots, text, 0, text.length);
        if (slots[slot] != EMPTY) {
            return slots[slot];
        }
        append(text);
        slots[slot] = size - 1;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    int size() {
        return size;
    }

    String key(int number) {
        int start = start(number);
        return new String(bytes, start, ends[number] - start, StandardCharsets.UTF_8);
    }

    private void append(byte[] text) {
        int start = size == 0 ? 0 : ends[size - 1];
        if (start + text.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, start + text.length));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        System.arraycopy(text, 0, bytes, start, text.length);
        ends[size++] = start + text.length;
    }

    private void grow() {
        int[] larger = filled(slots.length * 2);
        for (int number = 0; number < size; number++) {
            larger[slot(larger, bytes, start(number), ends[number])] = number;
        }
        slots = larger;
    }

    /** Where a key stands, or where it would. */
    private int slot(int[] table, byte[] text, int from, int to) {
        int slot = hash(text, from, to) & (table.length - 1);
        while (table[slot] != EMPTY && !same(table[slot], text, from, to)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private boolean same(int number, byte[] text, int from, int to) {
        return Arrays.equals(bytes, start(number), ends[number], text, from, to);
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private static int hash(byte[] text, int from, int to) {
        long hash = 0xCBF29CE484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * 0x100000001B3L;
        }
        hash *= 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32);
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, EMPTY);
        return slots;
    }
}
