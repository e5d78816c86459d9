package org.childfile.landing;

import java.io.Closeable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.childfile.database.CopyWriter;
import org.childfile.feed.RawRecord;
import org.childfile.feed.RecordSink;
import org.childfile.feed.Unusable;
import org.jspecify.annotations.Nullable;

/** Copies what a pull brings into the table for what comes in, with the SHA-256 of each record's bytes. */
final class IncomingRecords implements RecordSink, Closeable {

    private static final int TELL_EVERY = 2000;

    private final CopyWriter copy;
    private final LongConsumer progress;
    private final MessageDigest digest;
    private List<String> header = List.of();
    private byte @Nullable [] document;
    private int seq;

    IncomingRecords(CopyWriter copy, LongConsumer progress) {
        this.copy = copy;
        this.progress = progress;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void header(List<String> columns) {
        header = List.copyOf(columns);
    }

    @Override
    public void document(byte[] content) {
        document = content;
    }

    @Override
    public void record(RawRecord record) {
        @Nullable Unusable unusable = record.unusable().orElse(null);
        copy.row()
                .integer(++seq)
                .text(record.place())
                .text(record.key())
                .bytea(digest.digest(record.content()))
                .timestamp(record.updated())
                .flag(record.deletion())
                .bytea(record.content())
                .text(unusable == null ? null : unusable.reason().name())
                .text(unusable == null ? null : unusable.field())
                .text(unusable == null ? null : unusable.text());
        if (seq % TELL_EVERY == 0) {
            progress.accept(seq);
        }
    }

    void finish() {
        copy.finish();
        progress.accept(seq);
    }

    List<String> header() {
        return header;
    }

    Optional<byte[]> document() {
        return Optional.ofNullable(document);
    }

    @Override
    public void close() {
        copy.close();
    }
}
