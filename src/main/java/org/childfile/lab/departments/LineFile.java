package org.childfile.lab.departments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.ToLongFunction;

/**
 * Where the lines of a file begin and end, and their stamps; the lines themselves stay in the file. Empty lines are no
 * lines.
 */
final class LineFile {

    private final Path file;
    private long[] starts = new long[1024];
    private int[] lengths = new int[1024];
    private long[] stamps = new long[1024];
    private int size;
    private long newest = Long.MIN_VALUE;
    private String newestText = "";

    private LineFile(Path file) {
        this.file = file;
    }

    static LineFile index(Path file, StampReader reader, ToLongFunction<String> nanos) throws IOException {
        LineFile lines = new LineFile(file);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[1 << 16];
            long blockStart = 0;
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                int from = 0;
                for (int at = 0; at < read; at++) {
                    if (block[at] == '\n') {
                        line.write(block, from, at - from);
                        lines.add(blockStart + at, line, reader, nanos);
                        from = at + 1;
                    }
                }
                line.write(block, from, read - from);
                blockStart += read;
            }
            lines.add(blockStart, line, reader, nanos);
        }
        return lines;
    }

    private void add(long end, ByteArrayOutputStream line, StampReader reader, ToLongFunction<String> nanos) {
        byte[] bytes = line.toByteArray();
        line.reset();
        if (bytes.length == 0) {
            return;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
            stamps = Arrays.copyOf(stamps, size * 2);
        }
        String text = reader.read(bytes);
        long stamp = nanos.applyAsLong(text);
        starts[size] = end - bytes.length;
        lengths[size] = bytes.length;
        stamps[size] = stamp;
        size++;
        if (stamp > newest && stamp != Stamps.UNREADABLE) {
            newest = stamp;
            newestText = text;
        }
    }

    int size() {
        return size;
    }

    long stamp(int index) {
        return stamps[index];
    }

    long newest() {
        return newest;
    }

    /** The latest stamp as it is written; empty if no line has one. */
    String newestText() {
        return newestText;
    }

    FileChannel open() throws IOException {
        return FileChannel.open(file);
    }

    byte[] line(FileChannel channel, int index) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(lengths[index]);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, starts[index] + buffer.position()) < 0) {
                throw new IOException(file.getFileName() + " became shorter while it was served");
            }
        }
        return buffer.array();
    }
}
