package org.childfile.lab.departments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Another format, packed. */
record Gzipped(ContentFormat inside) implements ContentFormat {

    @Override
    public Content read(byte[] body) throws IOException {
        return inside.read(unpacked(body));
    }

    @Override
    public byte[] write(Content content, byte[] honest, ContentEdit edit) throws IOException {
        return packed(inside.write(content, unpacked(honest), edit));
    }

    static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    static byte[] unpacked(byte[] body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }
}
