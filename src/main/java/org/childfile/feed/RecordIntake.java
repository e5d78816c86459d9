package org.childfile.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.childfile.feed.Fields.WrongType;
import org.childfile.kernel.LooseDate;
import org.childfile.kernel.StorableText;
import org.jspecify.annotations.Nullable;

/** Gives each record of one pull its key and stamp, and watches that the feed keeps its contract. */
final class RecordIntake {

    private static final int MAX_KEY = 200;
    private static final int MAX_DRIFT_NOTES = 20;

    private final Connector connector;
    private final RecordSink sink;
    private final Instant latestBelievable;
    private final TreeSet<String> seen = new TreeSet<>();
    private int records;
    private boolean tabular;
    private @Nullable Instant latest;

    RecordIntake(Connector connector, RecordSink sink, Clock clock) {
        this.connector = connector;
        this.sink = sink;
        // A stamp from the future would hide every later change behind the watermark.
        this.latestBelievable = clock.instant().plus(Duration.ofDays(1));
    }

    Connector connector() {
        return connector;
    }

    int records() {
        return records;
    }

    void document(byte[] content) {
        sink.document(content);
    }

    void header(List<String> columns) {
        tabular = true;
        seen.addAll(columns);
        List<String> missing = connector.contract().required().stream()
                .filter(column -> !columns.contains(column))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw missingColumns(missing, columns);
        }
        sink.header(columns);
    }

    void take(String place, byte[] content, RecordParser parser) {
        records++;
        if (content.length > connector.limits().maxRecordBytes()) {
            throw new PullFailed(
                    PullFailed.Reason.TOO_LARGE,
                    place + " is larger than max-record allows: " + content.length + " bytes");
        }
        try {
            Fields fields = parser.parse(content);
            if (!tabular) {
                seen.addAll(fields.names());
            }
            sink.record(identify(place, content, fields));
        } catch (RecordParser.Malformed e) {
            sink.record(RawRecord.unusable(place, content, e.unusable()));
        }
    }

    private RawRecord identify(String place, byte[] content, Fields fields) {
        StringBuilder key = new StringBuilder();
        for (String field : connector.key()) {
            String part = scalar(fields, field).strip();
            if (part.isEmpty() || !StorableText.is(part) || part.length() > MAX_KEY) {
                Unusable.Reason reason = part.isEmpty()
                        ? Unusable.Reason.MISSING_KEY
                        : part.length() > MAX_KEY ? Unusable.Reason.TOO_LONG : Unusable.Reason.FORBIDDEN_CHARACTER;
                return RawRecord.unusable(place, content, new Unusable(reason, field, part));
            }
            key.append(key.isEmpty() ? "" : "|").append(part);
        }
        Instant updated = connector
                .updated()
                .flatMap(field -> LooseDate.parseInstant(scalar(fields, field)))
                .orElse(null);
        if (updated != null && updated.isBefore(latestBelievable) && (latest == null || updated.isAfter(latest))) {
            latest = updated;
        }
        boolean deletion = connector
                .deletion()
                .filter(mark -> scalar(fields, mark.field()).equals(mark.value()))
                .isPresent();
        return new RawRecord(place, content, key.toString(), updated, deletion, Optional.empty());
    }

    private static String scalar(Fields fields, String field) {
        try {
            String text = fields.text(field);
            return text == null ? "" : text;
        } catch (WrongType e) {
            return "";
        }
    }

    /** To be called when the pull is whole. */
    Completion complete(Optional<String> watermark) {
        if (!tabular && records > 0) {
            List<String> missing = connector.contract().required().stream()
                    .filter(field -> !seen.contains(field))
                    .sorted()
                    .toList();
            if (!missing.isEmpty()) {
                throw missingColumns(missing, List.copyOf(seen));
            }
        }
        Optional<String> next = watermark.or(() -> Optional.ofNullable(latest).map(Instant::toString));
        return new Completion(records, next, drift());
    }

    private List<String> drift() {
        List<String> notes = new ArrayList<>();
        for (String name : seen) {
            if (!connector.contract().knows(name) && notes.size() < MAX_DRIFT_NOTES) {
                notes.add("unknown field "
                        + StorableText.shown(name.substring(0, Math.min(60, name.length()))));
            }
        }
        if (tabular) {
            connector.contract().optional().stream()
                    .filter(name -> !seen.contains(name))
                    .sorted()
                    .forEach(name -> notes.add("optional field " + name + " is absent"));
        }
        return notes;
    }

    private PullFailed missingColumns(List<String> missing, List<String> found) {
        return new PullFailed(
                PullFailed.Reason.MISSING_COLUMN,
                "required columns are missing: " + String.join(", ", missing) + "; found: " + String.join(", ", found)
                        + "; wanted: "
                        + String.join(
                                ", ",
                                connector.contract().required().stream()
                                        .sorted()
                                        .toList()));
    }
}
