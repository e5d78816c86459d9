package org.childfile.lab.departments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/** Small bodies that unpack to more than 1 GiB. They are made as a stream, once, and never held unpacked. */
final class Bombs {

    static final long UNPACKED = 1L << 30;

    /** Made when it is first wanted. */
    private static final class Zeros {
        private static final byte[] PACKED = packed();

        private static byte[] packed() {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed, 1 << 16)) {
                repeat((byte) 0, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return packed.toByteArray();
        }
    }

    private Bombs() {}

    static Tampering gzip(String feed) {
        if (!feed.equals("education") && !feed.equals("medical-insurance")) {
            throw new IllegalArgumentException(feed + " is not sent as gzip");
        }
        return (nth, path, honest) -> {
            if (honest.status() != 200) {
                return honest;
            }
            return Lies.isManifest(path, honest)
                    ? Lies.manifest(honest, fields -> fields.put("sha256", Lies.sha256(Zeros.PACKED)))
                    : honest.withBody(Zeros.PACKED);
        };
    }

    static Tampering workbook() {
        Map<Integer, byte[]> made = new ConcurrentHashMap<>();
        return (nth, path, honest) -> honest.status() == 200
                ? honest.withBody(made.computeIfAbsent(Arrays.hashCode(honest.body()), body -> filled(honest.body())))
                : honest;
    }

    private static byte[] filled(byte[] workbook) {
        try {
            return Zips.rewrite(workbook, Bombs::sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Blanks between the rows are well-formed, so only a limit on the unpacked size can stop a reader.
    private static void sheet(String name, byte[] honest, OutputStream out) throws IOException {
        String text = new String(honest, StandardCharsets.UTF_8);
        int end = name.equals("xl/worksheets/sheet1.xml") ? text.indexOf("</sheetData>") : -1;
        if (end < 0) {
            out.write(honest);
            return;
        }
        out.write(text.substring(0, end).getBytes(StandardCharsets.UTF_8));
        repeat((byte) ' ', out);
        out.write(text.substring(end).getBytes(StandardCharsets.UTF_8));
    }

    private static void repeat(byte what, OutputStream out) throws IOException {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, what);
        for (long written = 0; written < UNPACKED; written += block.length) {
            out.write(block);
        }
    }
}
