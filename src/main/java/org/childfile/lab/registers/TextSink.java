package org.childfile.lab.registers;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.childfile.storage.PrivateFiles;

/** A text file, a record a line. */
final class TextSink implements Sink<String> {

    private static final int BUFFER = 1 << 16;

    private final BufferedWriter out;
    private final String end;

    /** A name that ends in {@code .gz} is packed; its header holds no time. */
    TextSink(Path file, Charset charset, String end) throws IOException {
        OutputStream bytes = PrivateFiles.stream(file);
        OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes, BUFFER) : bytes;
        this.out = new BufferedWriter(new OutputStreamWriter(packed, charset), BUFFER);
        this.end = end;
    }

    @Override
    public void put(String line) throws IOException {
        out.write(line);
        out.write(end);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
