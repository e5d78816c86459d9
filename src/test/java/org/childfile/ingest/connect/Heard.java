package org.childfile.ingest.connect;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.format.RawRecord;
import org.childfile.ingest.format.RecordIntake;
import org.childfile.ingest.format.RecordSink;

/** A sink that remembers what it was given. */
public final class Heard implements RecordSink {

    static final Clock NIGHT = Clock.fixed(Instant.parse("2026-11-21T18:00:00Z"), ZoneOffset.UTC);

    public final List<String> header = new ArrayList<>();
    public final List<RawRecord> records = new ArrayList<>();
    public final List<byte[]> documents = new ArrayList<>();

    public RecordIntake intake(Connector connector) {
        return new RecordIntake(connector, this, NIGHT);
    }

    @Override
    public void header(List<String> columns) {
        header.addAll(columns);
    }

    @Override
    public void record(RawRecord record) {
        records.add(record);
    }

    @Override
    public void document(byte[] content) {
        documents.add(content);
    }

    /** The records, one a line: place, key and content, or the reason why it cannot be used. */
    public String lines() {
        return lines(StandardCharsets.UTF_8);
    }

    public String lines(Charset charset) {
        StringBuilder lines = new StringBuilder();
        for (RawRecord record : records) {
            String what = record.unusable()
                    .map(unusable -> unusable.reason() + " " + unusable.field())
                    .orElse(record.key());
            lines.append(record.place())
                    .append(" | ")
                    .append(String.valueOf(what).strip())
                    .append(" | ")
                    .append(new String(record.content(), charset))
                    .append('\n');
        }
        return lines.toString();
    }
}
