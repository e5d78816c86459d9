package org.childfile.spark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.childfile.linkage.table.PeopleTable;

/** What a row takes along through shuffles, as bytes: the values of its fields, and the keys of its blocks. */
final class Bytes {

    private Bytes() {}

    /** The values of a row by field: their number, and of each its length and its UTF-8 bytes. */
    static byte[] values(PeopleTable table, int row) {
        List<byte[]> texts = new ArrayList<>();
        int size = 0;
        int fields = table.model().fields().size();
        int[] counts = new int[fields];
        for (int field = 0; field < fields; field++) {
            int cell = table.cell(row, field);
            counts[field] = table.size(cell);
            size += length(counts[field]);
            for (int i = 0; i < counts[field]; i++) {
                byte[] text = table.dictionary(field)
                        .text(table.value(cell, i))
                        .getBytes(StandardCharsets.UTF_8);
                texts.add(text);
                size += length(text.length) + text.length;
            }
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        int next = 0;
        for (int count : counts) {
            number(count, bytes);
            for (int i = 0; i < count; i++) {
                byte[] text = texts.get(next++);
                number(text.length, bytes);
                bytes.put(text);
            }
        }
        return bytes.array();
    }

    /** The values of a row by field. */
    static List<List<String>> values(byte[] written, int fields) {
        ByteBuffer bytes = ByteBuffer.wrap(written);
        List<List<String>> values = new ArrayList<>(fields);
        for (int field = 0; field < fields; field++) {
            int count = number(bytes);
            List<String> of = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int length = number(bytes);
                of.add(new String(written, bytes.position(), length, StandardCharsets.UTF_8));
                bytes.position(bytes.position() + length);
            }
            values.add(of);
        }
        return values;
    }

    static byte[] keys(long[] keys) {
        ByteBuffer bytes = ByteBuffer.allocate(keys.length * Long.BYTES);
        bytes.asLongBuffer().put(keys);
        return bytes.array();
    }

    static long[] keys(byte[] written) {
        long[] keys = new long[written.length / Long.BYTES];
        ByteBuffer.wrap(written).asLongBuffer().get(keys);
        return keys;
    }

    private static int length(int number) {
        return number < 0x80 ? 1 : number < 0x4000 ? 2 : number < 0x200000 ? 3 : number < 0x10000000 ? 4 : 5;
    }

    /** Seven bits a byte, lowest first, the eighth where more follow. */
    private static void number(int number, ByteBuffer bytes) {
        int rest = number;
        while (rest >= 0x80) {
            bytes.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        bytes.put((byte) rest);
    }

    private static int number(ByteBuffer bytes) {
        int number = 0;
        int shift = 0;
        byte next = bytes.get();
        while (next < 0) {
            number |= (next & 0x7F) << shift;
            shift += 7;
            next = bytes.get();
        }
        return number | next << shift;
    }
}
