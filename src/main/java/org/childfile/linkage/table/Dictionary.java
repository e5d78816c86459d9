package org.childfile.linkage.table;

/** Texts by number and numbers by text; numbers count from 0 in the order of arrival. */
public final class Dictionary {

    private final Texts texts = new Texts();
    /** The hash of a text above its number counted from 1; 0 for an empty place. */
    private long[] slots = new long[1 << 10];

    /** The number of a text, which is taken in if it is new. */
    int code(String text) {
        int hash = spread(text.hashCode());
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int code = (int) slots[slot] - 1;
            if ((int) (slots[slot] >>> Integer.SIZE) == hash && texts.is(code, text)) {
                return code;
            }
            slot = (slot + 1) & mask;
        }
        return taken(texts.add(text), hash, slot);
    }

    /** The number of the text between two places, which is taken in if it is new. */
    int code(char[] text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 31 * number + text[i];
        }
        int hash = spread(number);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int code = (int) slots[slot] - 1;
            if ((int) (slots[slot] >>> Integer.SIZE) == hash && texts.is(code, text, from, to)) {
                return code;
            }
            slot = (slot + 1) & mask;
        }
        return taken(texts.add(text, from, to), hash, slot);
    }

    private int taken(int code, int hash, int slot) {
        slots[slot] = (long) hash << Integer.SIZE | code + 1;
        if (size() * 2 > slots.length) {
            grow();
        }
        return code;
    }

    /** The text, made anew each time. */
    public String text(int code) {
        return texts.get(code);
    }

    public int size() {
        return texts.size();
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        int mask = slots.length - 1;
        for (long held : before) {
            if (held != 0) {
                int slot = (int) (held >>> Integer.SIZE) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = held;
            }
        }
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
