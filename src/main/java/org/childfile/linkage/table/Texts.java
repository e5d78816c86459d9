package org.childfile.linkage.table;

import java.util.Arrays;

/** Many short texts by number, their characters side by side: none is an object until it is asked for. */
final class Texts {

    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private char[][] chunks = new char[4][];
    /** The chunk of each text and where in it the text begins, above its length. */
    private final Longs places = new Longs(1 << 8);

    private int last = -1;
    private int used = CHUNK;

    int size() {
        return places.size();
    }

    /** Adds a text, and gives its number. */
    int add(char[] text, int from, int to) {
        int at = room(to - from);
        System.arraycopy(text, from, chunks[last], at, to - from);
        return size() - 1;
    }

    /** Adds a text, and gives its number. */
    int add(String text) {
        int at = room(text.length());
        text.getChars(0, text.length(), chunks[last], at);
        return size() - 1;
    }

    /** Takes note of a text of this length, and gives its place in the last chunk. */
    private int room(int length) {
        if (used + length > CHUNK || used == CHUNK) {
            last++;
            if (last == chunks.length) {
                chunks = Arrays.copyOf(chunks, last * 2);
            }
            chunks[last] = new char[Math.max(CHUNK, length)];
            used = 0;
        }
        int at = used;
        used = Math.min(CHUNK, at + length);
        places.add((long) (last << CHUNK_BITS | at) << Integer.SIZE | length);
        return at;
    }

    String get(int number) {
        long place = places.get(number);
        return new String(chunk(place), at(place), (int) place);
    }

    int length(int number) {
        return (int) places.get(number);
    }

    char charAt(int number, int position) {
        long place = places.get(number);
        return chunk(place)[at(place) + position];
    }

    boolean is(int number, char[] text, int from, int to) {
        long place = places.get(number);
        int at = at(place);
        return (int) place == to - from && Arrays.equals(chunk(place), at, at + to - from, text, from, to);
    }

    boolean is(int number, String text) {
        long place = places.get(number);
        int length = text.length();
        if ((int) place != length) {
            return false;
        }
        char[] chunk = chunk(place);
        int at = at(place);
        for (int i = 0; i < length; i++) {
            if (chunk[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The order of two texts as {@link String#compareTo} has it. */
    int compare(int one, int other) {
        long first = places.get(one);
        long second = places.get(other);
        return Arrays.compare(
                chunk(first), at(first), at(first) + (int) first, chunk(second), at(second), at(second) + (int) second);
    }

    private char[] chunk(long place) {
        return chunks[(int) (place >>> Integer.SIZE + CHUNK_BITS)];
    }

    private static int at(long place) {
        return (int) (place >>> Integer.SIZE) & CHUNK - 1;
    }
}
