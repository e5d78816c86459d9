package org.childfile.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts by number and numbers by text; numbers count from 0 in the order of arrival. */
final class Dictionary {

    private @Nullable String[] values = new String[1 << 8];
    private int[] slots = new int[1 << 10];
    private int size;

    /** The number of a text, which is taken in if it is new. */
    int code(String text) {
        int mask = slots.length - 1;
        int slot = spread(text.hashCode()) & mask;
        while (slots[slot] != 0) {
            if (text.equals(values[slots[slot] - 1])) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = text;
        slots[slot] = size;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    String text(int code) {
        String text = values[code];
        if (text == null) {
            throw new IndexOutOfBoundsException("no text has the number " + code);
        }
        return text;
    }

    int size() {
        return size;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int code = 0; code < size; code++) {
            int slot = spread(text(code).hashCode()) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = code + 1;
        }
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
