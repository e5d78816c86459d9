package org.childfile.spark;

import java.nio.ByteBuffer;

/** Source and id as bytes whose unsigned order is that of tables: by source, the shorter id first, then by UTF-16 units. */
final class RowOrderKey {

    private RowOrderKey() {}

    static byte[] of(int source, String id) {
        ByteBuffer key = ByteBuffer.allocate(2 * Integer.BYTES + id.length() * Character.BYTES);
        key.putInt(source).putInt(id.length());
        for (int i = 0; i < id.length(); i++) {
            key.putChar(id.charAt(i));
        }
        return key.array();
    }
}
