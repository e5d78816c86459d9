package org.childfile.ingest.push;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.childfile.ingest.format.Completion;
import org.childfile.ingest.format.RawRecord;
import org.childfile.ingest.format.RecordSink;
import org.childfile.ingest.landing.Landing;
import org.jspecify.annotations.Nullable;

/**
 * Pushes of one feed that are landed as one pull, in the order in which they were taken. No key comes in two of them: the
 * later push must win, and within one pull the order of records decides nothing.
 */
final class Batch implements Landing.Source {

    private final List<Long> pushes = new ArrayList<>();
    private final List<RawRecord> records = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> drift = new LinkedHashSet<>();
    private List<String> header = List.of();
    private byte @Nullable [] document;

    /** What the body of one push holds. */
    static final class Body implements RecordSink {
        private final List<RawRecord> records = new ArrayList<>();
        private List<String> header = List.of();
        private byte @Nullable [] document;

        @Override
        public void header(List<String> columns) {
            header = List.copyOf(columns);
        }

        @Override
        public void record(RawRecord record) {
            records.add(record);
        }

        @Override
        public void document(byte[] content) {
            document = content;
        }

        int size() {
            return records.size();
        }
    }

    /** Adds a push; false where it must wait for the next pull. */
    boolean add(long push, UUID receipt, Body body, List<String> notes) {
        boolean fits = pushes.isEmpty()
                || document == null
                        && body.document == null
                        && header.equals(body.header)
                        && body.records.stream().noneMatch(record -> keys.contains(record.key()));
        if (fits) {
            pushes.add(push);
            header = body.header;
            document = body.document;
            drift.addAll(notes);
            for (RawRecord record : body.records) {
                records.add(placed(record, "push " + receipt + " " + record.place()));
                if (record.key() != null) {
                    keys.add(record.key());
                }
            }
        }
        return fits;
    }

    private static RawRecord placed(RawRecord record, String place) {
        return new RawRecord(
                place,
                record.content(),
                record.key(),
                record.updated(),
                record.deletion(),
                record.unusable(),
                record.possible());
    }

    List<Long> pushes() {
        return pushes;
    }

    @Override
    public Completion read(Optional<String> watermark, RecordSink sink) {
        if (!header.isEmpty()) {
            sink.header(header);
        }
        if (document != null) {
            sink.document(document);
        }
        records.forEach(sink::record);
        return new Completion(records.size(), Optional.empty(), List.copyOf(drift), OptionalInt.empty());
    }
}
