package org.childfile.linkage.table;

import java.io.IOException;
import java.io.Reader;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a comma-separated file on a thread of its own, some way ahead of whoever takes them. */
final class CsvAhead implements AutoCloseable {

    private static final int BLOCKS = 4;

    private final BlockingQueue<Read> ahead = new ArrayBlockingQueue<>(BLOCKS);
    private final Thread thread;

    /** What was read: lines, or what ended the reading, or neither at the end. */
    private record Read(@Nullable CsvBlock block, @Nullable Exception failure) {}

    CsvAhead(Reader text, char delimiter) {
        this.thread = Thread.ofPlatform().daemon().name("csv").start(() -> read(new CsvText(text, delimiter)));
    }

    /** The next lines; null at the end. */
    @Nullable
    CsvBlock next() throws IOException {
        try {
            Read read = ahead.take();
            if (read.failure() instanceof IOException io) {
                throw io;
            }
            if (read.failure() != null) {
                throw new IOException(read.failure().getMessage(), read.failure());
            }
            return read.block();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void read(CsvText text) {
        try {
            try {
                for (CsvBlock block = text.next(); block != null; block = text.next()) {
                    ahead.put(new Read(block, null));
                }
                ahead.put(new Read(null, null));
            } catch (IOException | RuntimeException e) {
                ahead.put(new Read(null, e));
            }
        } catch (InterruptedException e) {
            // Whoever took the lines has closed this: nobody waits for more.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
