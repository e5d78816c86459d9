package org.childfile.matching;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a comma-separated file on a thread of its own, some way ahead of whoever takes them. */
final class CsvAhead implements AutoCloseable {

    private static final int BATCH = 1000;
    private static final int BATCHES = 16;

    private final BlockingQueue<Batch> ahead = new ArrayBlockingQueue<>(BATCHES);
    private final Thread thread;

    /** A line's cells and the number of the line at which it ends. */
    record Line(CSVRecord cells, long number) {}

    /** Lines in their order, and what ended the reading; the last batch has no lines. */
    private record Batch(List<Line> lines, @Nullable Exception failure) {}

    CsvAhead(Reader text, char delimiter) {
        this.thread = Thread.ofPlatform().daemon().name("csv").start(() -> read(text, delimiter));
    }

    /** The next lines; empty at the end. */
    List<Line> next() throws IOException {
        try {
            Batch batch = ahead.take();
            if (batch.failure() instanceof IOException io) {
                throw io;
            }
            if (batch.failure() instanceof UncheckedIOException io) {
                throw new IOException(io.getMessage(), io.getCause());
            }
            if (batch.failure() != null) {
                throw new IOException(batch.failure().getMessage(), batch.failure());
            }
            return batch.lines();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void read(Reader text, char delimiter) {
        try {
            Exception failure = null;
            List<Line> lines = new ArrayList<>(BATCH);
            try (CSVParser parser = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(delimiter)
                    .setIgnoreEmptyLines(true)
                    .get()
                    .parse(text)) {
                for (CSVRecord cells : parser) {
                    lines.add(new Line(cells, parser.getCurrentLineNumber()));
                    if (lines.size() == BATCH) {
                        ahead.put(new Batch(lines, null));
                        lines = new ArrayList<>(BATCH);
                    }
                }
            } catch (IOException | RuntimeException e) {
                failure = e;
            }
            if (!lines.isEmpty()) {
                ahead.put(new Batch(lines, null));
            }
            ahead.put(new Batch(List.of(), failure));
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
