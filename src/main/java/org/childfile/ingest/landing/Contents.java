package org.childfile.ingest.landing;

import java.util.Arrays;

/** For each key, by its number, a content with its stamp and line; all in arrays of primitive numbers. */
final class Contents {
    static final byte SOUND = 1;
    static final byte ASIDE = 2;
    private static final byte DELETION = 4;

    private long[] high = new long[1 << 8];
    private long[] low = new long[1 << 8];
    private long[] stamps = new long[1 << 8];
    private int[] seqs = new int[1 << 8];
    private byte[] marks = new byte[1 << 8];

    /** What a record says, as far as it is compared: half its hash, and whether it deletes. */
    record Content(long high, long low, boolean deletion) {
        static Content of(byte[] hash, boolean deletion) {
            return new Content(number(hash, 0), number(hash, Long.BYTES), deletion);
        }
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            number = number << 8 | bytes[i] & 0xFF;
        }
        return number;
    }

    boolean has(int number) {
        return number < marks.length && marks[number] != 0;
    }

    boolean aside(int number) {
        return (marks[number] & ASIDE) != 0;
    }

    Content content(int number) {
        return new Content(high[number], low[number], (marks[number] & DELETION) != 0);
    }

    int seq(int number) {
        return seqs[number];
    }

    long stamp(int number) {
        return stamps[number];
    }

    void set(int number, Content content, byte mark, long stamp, int seq) {
        if (number >= marks.length) {
            int length = Math.max(number + 1, marks.length * 2);
            high = Arrays.copyOf(high, length);
            low = Arrays.copyOf(low, length);
            stamps = Arrays.copyOf(stamps, length);
            seqs = Arrays.copyOf(seqs, length);
            marks = Arrays.copyOf(marks, length);
        }
        high[number] = content.high();
        low[number] = content.low();
        stamps[number] = stamp;
        seqs[number] = seq;
        marks[number] = (byte) (mark | (content.deletion() ? DELETION : 0));
    }
}
