package org.childfile.landing;

import java.io.Closeable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.childfile.database.CopyWriter;
import org.childfile.feed.RawRecord;
import org.childfile.feed.RecordSink;
import org.childfile.feed.Unusable;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a pull brings into the landing zone while it is read, with the SHA-256 of each record's bytes: all but what
 * came again unchanged.
 */
final class IncomingRecords implements RecordSink, Closeable {

    private static final int TELL_EVERY = 2000;
    private static final int AT_ONCE = 1000;

    private final long pull;
    private final CopyWriter copy;
    private final Fates fates;
    private final ForgottenRecords forgotten;
    private final Consumer<List<String>> announce;
    private final LongConsumer progress;
    private final MessageDigest digest;
    private final List<RawRecord> waiting = new ArrayList<>(AT_ONCE);
    private List<String> header = List.of();
    private byte @Nullable [] document;
    private int seq;

    /**
     * Takes the records of one pull.
     *
     * @param announce is told the keys of some records before they are taken, so that what is in force can be read
     */
    IncomingRecords(
            long pull,
            CopyWriter copy,
            Fates fates,
            ForgottenRecords forgotten,
            Consumer<List<String>> announce,
            LongConsumer progress) {
        this.pull = pull;
        this.copy = copy;
        this.fates = fates;
        this.forgotten = forgotten;
        this.announce = announce;
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
        waiting.add(forgotten.take(record));
        if (waiting.size() == AT_ONCE) {
            takeWaiting();
        }
    }

    private void takeWaiting() {
        List<String> keys = new ArrayList<>(waiting.size());
        for (RawRecord record : waiting) {
            if (record.key() != null) {
                keys.add(record.key());
            }
        }
        announce.accept(keys);
        waiting.forEach(this::take);
        waiting.clear();
    }

    private void take(RawRecord record) {
        byte[] hash = digest.digest(record.content());
        if (fates.take(++seq, record, hash)) {
            write(record, hash);
        }
        if (seq % TELL_EVERY == 0) {
            progress.accept(seq);
        }
    }

    private void write(RawRecord record, byte[] hash) {
        @Nullable Unusable unusable = record.unusable().orElse(null);
        copy.row()
                .bigint(pull)
                .integer(seq)
                .text(record.place())
                .text(record.key())
                .bytea(hash)
                .timestamp(record.updated())
                .flag(record.deletion())
                .bytea(record.content())
                .text(unusable == null ? null : unusable.reason().name())
                .text(unusable == null ? null : unusable.field())
                .text(unusable == null ? null : unusable.text());
    }

    void finish() {
        takeWaiting();
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
