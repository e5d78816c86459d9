package org.childfile.lab.departments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Rewrites zip files. */
final class Zips {

    /** Writes the new contents of an entry. */
    @FunctionalInterface
    interface Entry {
        void write(String name, byte[] honest, OutputStream out) throws IOException;
    }

    private Zips() {}

    static byte[] each(byte[] zip, UnaryOperator<byte[]> change) throws IOException {
        return rewrite(zip, (name, honest, out) -> out.write(change.apply(honest)));
    }

    // A file, because workbooks are written with sizes that only the directory at a zip's end has right.
    static byte[] rewrite(byte[] zip, Entry change) throws IOException {
        Path file = Files.createTempFile("workbook", ".zip");
        try {
            Files.write(file, zip);
            return rewrite(file, change);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] rewrite(Path file, Entry change) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(packed)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    change.write(entry.getName(), in.readAllBytes(), out);
                }
                out.closeEntry();
            }
        }
        return packed.toByteArray();
    }
}
