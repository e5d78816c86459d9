package org.childfile.ingest.landing;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.childfile.access.privacy.KeyTokens;
import org.childfile.access.privacy.Keyring;
import org.childfile.database.CopyWriter;
import org.childfile.ingest.format.PossibleKeys;
import org.childfile.ingest.format.RawRecord;
import org.childfile.ingest.format.RecordSink;
import org.childfile.ingest.format.Unusable;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a pull brings into the landing zone while it is read, sealed, with a keyed digest of each record's bytes: all
 * but what came again unchanged. From here on a key that holds an id number is a token.
 */
final class IncomingRecords implements RecordSink, Closeable {

    private static final int TELL_EVERY = 2000;
    private static final int AT_ONCE = 1000;
    private static final int MOST_TOLD = 1000;

    private final String feed;
    private final long pull;
    private final Sealing sealing;
    private final Keyring keys;
    private final KeyTokens tokens;
    private final CopyWriter copy;
    private final ChangeDetector detector;
    private final ForgottenRecords forgotten;
    private final Consumer<List<String>> announce;
    private final LongConsumer progress;
    private final Trial trial;
    private final List<Refused> refused = new ArrayList<>();
    private @Nullable Function<byte[], Optional<Unusable>> refusal;
    private final List<RawRecord> waiting = new ArrayList<>(AT_ONCE);
    private List<String> header = List.of();
    private byte @Nullable [] document;
    private int seq;

    /**
     * Takes the records of one pull.
     *
     * @param trial tells what will be refused further on
     * @param announce is told the keys of some records before they are taken, so that what is in force can be read
     */
    IncomingRecords(
            String feed,
            long pull,
            Keyring keys,
            CopyWriter copy,
            ChangeDetector detector,
            ForgottenRecords forgotten,
            Consumer<List<String>> announce,
            Trial trial,
            LongConsumer progress) {
        this.feed = feed;
        this.keys = keys;
        this.tokens = keys.tokens();
        this.sealing = new Sealing(keys);
        this.pull = pull;
        this.copy = copy;
        this.detector = detector;
        this.forgotten = forgotten;
        this.announce = announce;
        this.trial = trial;
        this.progress = progress;
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
        String key = record.key();
        waiting.add(
                key == null || key.isEmpty()
                        ? record.withPossible(stored(record.possible()))
                        : forgotten.take(record.withKey(stored(key))));
        if (waiting.size() == AT_ONCE) {
            takeWaiting();
        }
    }

    private String stored(String key) {
        return tokens.stored(new SourceKey(feed, key)).key();
    }

    private PossibleKeys stored(PossibleKeys possible) {
        return possible instanceof PossibleKeys.OneOf(List<String> known)
                ? new PossibleKeys.OneOf(known.stream().map(this::stored).toList())
                : possible;
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

    private void take(RawRecord came) {
        RawRecord record = detector.broken().named(came);
        byte[] hash = keys.digest(record.content());
        if (detector.take(++seq, record, hash)) {
            write(record, hash);
            if (record.unusable().isEmpty() && !record.deletion()) {
                tryOut(record, hash);
            }
        }
        if (seq % TELL_EVERY == 0) {
            progress.accept(seq);
        }
    }

    private void tryOut(RawRecord record, byte[] hash) {
        if (refusal == null) {
            refusal = trial.under(header);
        }
        refusal.apply(record.content()).ifPresent(why -> {
            detector.refuse(why);
            if (refused.size() < MOST_TOLD) {
                refused.add(new Refused(seq, record.place(), record.key(), hash, why));
            }
        });
    }

    /** A record that can be read and will be refused further on. */
    record Refused(int seq, String place, @Nullable String key, byte[] hash, Unusable why) {}

    /** The first of the records that will be refused further on. */
    List<Refused> refused() {
        return refused;
    }

    private void write(RawRecord record, byte[] hash) {
        @Nullable Unusable unusable = record.unusable().orElse(null);
        Sealing.Place at = new Sealing.Place(feed, pull, seq);
        String key = record.key() == null || record.key().isEmpty() ? null : record.key();
        copy.row()
                .bigint(pull)
                .integer(seq)
                .text(record.place())
                .text(record.key())
                .bytea(hash)
                .timestamp(record.updated())
                .flag(record.deletion())
                .bytea(sealing.content(at, key, record.content()))
                .text(unusable == null ? null : unusable.reason().name())
                .text(unusable == null ? null : unusable.field())
                .text(unusable == null ? null : unusable.stored())
                .bytea(unusable == null ? null : sealing.text(at, key, unusable.text()));
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
