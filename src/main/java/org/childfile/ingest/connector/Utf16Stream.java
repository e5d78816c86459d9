package org.childfile.ingest.connector;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * UTF-16 as UTF-8, byte by byte. Half of a surrogate pair becomes three bytes that are no UTF-8, so that it costs its own line
 * and not the file; half a code unit at the end becomes one such byte.
 */
final class Utf16Stream extends InputStream {

    private static final int NO_UTF8 = 0xFF;

    private final InputStream in;
    private final byte[] waiting = new byte[8];
    private int next;
    private int filled;
    private int ahead = -1;
    private boolean bigEndian;

    /** Takes a byte-order mark away, which outdoes the given order. */
    Utf16Stream(InputStream in, boolean bigEndian) throws IOException {
        this.in = in;
        this.bigEndian = bigEndian;
        int first = unit();
        if (first == 0xFFFE) {
            this.bigEndian = !bigEndian;
        } else if (first != 0xFEFF) {
            ahead = first;
        }
    }

    @Override
    public int read() throws IOException {
        if (next == filled && !fill()) {
            return -1;
        }
        return waiting[next++] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        int count = 0;
        while (count < length) {
            int value = read();
            if (value < 0) {
                return count == 0 && length > 0 ? -1 : count;
            }
            buffer[offset + count++] = (byte) value;
        }
        return count;
    }

    /** Two bytes as a number; -1 at the end, -2 where only one is left. */
    private int unit() throws IOException {
        int first = in.read();
        if (first < 0) {
            return -1;
        }
        int second = in.read();
        if (second < 0) {
            return -2;
        }
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = 0;
        int unit = ahead >= 0 ? ahead : unit();
        ahead = -1;
        if (unit == -1) {
            return false;
        }
        if (unit == -2) {
            put(NO_UTF8);
        } else if (Character.isHighSurrogate((char) unit)) {
            int low = unit();
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                encode(Character.toCodePoint((char) unit, (char) low));
            } else {
                encode(unit);
                ahead = low >= 0 ? low : -1;
            }
        } else {
            encode(unit);
        }
        return true;
    }

    private void encode(int c) {
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | c >> 6);
            put(0x80 | c & 0x3F);
        } else if (c < 0x10000) {
            put(0xE0 | c >> 12);
            put(0x80 | c >> 6 & 0x3F);
            put(0x80 | c & 0x3F);
        } else {
            put(0xF0 | c >> 18);
            put(0x80 | c >> 12 & 0x3F);
            put(0x80 | c >> 6 & 0x3F);
            put(0x80 | c & 0x3F);
        }
    }

    private void put(int value) {
        waiting[filled++] = (byte) value;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
