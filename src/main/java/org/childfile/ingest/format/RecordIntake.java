package org.childfile.ingest.format;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.format.Fields.WrongType;
import org.childfile.kernel.LooseDate;
import org.childfile.kernel.SpreadsheetErrors;
import org.childfile.kernel.StorableText;
import org.jspecify.annotations.Nullable;

/** Gives each record of one pull its key and stamp, and watches that the feed keeps its contract. */
public final class RecordIntake {

    private static final int MAX_KEY = 200;

    private final Connector connector;
    private final RecordSink sink;
    private final Instant latestBelievable;
    private final ContractWatch watch;
    private int records;
    private boolean stampUnread;
    private @Nullable Instant latest;

    public RecordIntake(Connector connector, RecordSink sink, Clock clock) {
        this.connector = connector;
        this.sink = sink;
        this.watch = new ContractWatch(connector.contract());
        // A stamp from the future would hide every later change behind the watermark.
        this.latestBelievable = clock.instant().plus(Duration.ofDays(1));
    }

    Connector connector() {
        return connector;
    }

    public int records() {
        return records;
    }

    void document(byte[] content) {
        sink.document(content);
    }

    /** Takes the headings of a table: those of the contract must all be there, each once. */
    void headings(Headings headings) {
        watch.table(headings.names());
        headings.refuseDoubled(connector.contract());
        sink.header(headings.columns());
    }

    /** Whether a row is headings again, which is no record; other headings than the first end the pull. */
    boolean heading(Headings.Row row, String place) {
        return switch (row) {
            case DATA -> false;
            case REPEATED -> {
                note("the headings came again and were passed over");
                yield true;
            }
            case OTHER ->
                throw new PullFailed(
                        PullFailed.Reason.NOT_THE_FORMAT,
                        place + " holds other headings than the first: two tables were put together");
        };
    }

    /** Notes something about the pull that the report tells; the same words are counted. */
    void note(String words) {
        watch.note(words);
    }

    /** What a record turned out to be when it was taken. */
    public enum Taken {
        SOUND,
        /** It cannot be used, or a part of its end cannot be read. */
        BROKEN,
        /** No record at all, such as a total below a table; it lies in quarantine all the same. */
        ASIDE
    }

    public Taken take(String place, byte[] content, RecordParser parser) {
        return take(place, content, parser, Optional.empty());
    }

    /** Takes a record; {@code flaw} is what is wrong with it although it can be read. */
    Taken take(String place, byte[] content, RecordParser parser, Optional<Unusable> flaw) {
        records++;
        if (content.length > connector.limits().maxRecordBytes()) {
            throw new PullFailed(
                    PullFailed.Reason.TOO_LARGE,
                    place + " is larger than max-record allows: " + content.length + " bytes");
        }
        RawRecord record = read(place, content, parser);
        RawRecord told = flaw.map(record::refused).orElse(record);
        sink.record(told);
        if (told.unusable().isEmpty()) {
            return stampUnread ? Taken.BROKEN : Taken.SOUND;
        }
        return told.key() == null && told.possible() instanceof PossibleKeys.None ? Taken.ASIDE : Taken.BROKEN;
    }

    private RawRecord read(String place, byte[] content, RecordParser parser) {
        stampUnread = false;
        try {
            Fields fields = parser.parse(content);
            watch.record(fields.names());
            return identify(place, content, fields);
        } catch (RecordParser.Malformed e) {
            return RawRecord.unusable(place, content, e.unusable(), parser.lenientKey(content, connector.key()));
        }
    }

    private RawRecord identify(String place, byte[] content, Fields fields) {
        StringBuilder key = new StringBuilder();
        for (String field : connector.key()) {
            String part = scalar(fields, field).strip();
            Optional<Unusable> flaw = flaw(field, part);
            if (flaw.isPresent()) {
                return RawRecord.unusable(
                        place,
                        content,
                        flaw.get(),
                        part.isEmpty() && watch.isTable() && TrailingLines.begins(first(fields))
                                ? LenientKey.NONE
                                : LenientKey.ANY);
            }
            key.append(key.isEmpty() ? "" : "|").append(part);
        }
        boolean deletion = connector
                .deletion()
                .filter(mark -> scalar(fields, mark.field()).equals(mark.value()))
                .isPresent();
        return new RawRecord(place, content, key.toString(), updated(fields), deletion, Optional.empty());
    }

    /** What is wrong with a part of a key. */
    private static Optional<Unusable> flaw(String field, String part) {
        if (part.isEmpty()) {
            return Optional.of(new Unusable(Unusable.Reason.MISSING_KEY, field, part));
        }
        if (part.length() > MAX_KEY) {
            return Optional.of(new Unusable(Unusable.Reason.TOO_LONG, field, part));
        }
        if (!StorableText.is(part)) {
            return Optional.of(new Unusable(Unusable.Reason.FORBIDDEN_CHARACTER, field, part));
        }
        return SpreadsheetErrors.is(part)
                ? Optional.of(Unusable.inWords(Unusable.Reason.ERROR_CELL, field, part))
                : Optional.empty();
    }

    private @Nullable Instant updated(Fields fields) {
        String text = connector.updated().map(field -> date(fields, field)).orElse("");
        Instant updated = LooseDate.parseInstant(text).orElse(null);
        stampUnread = updated == null && !text.isBlank();
        if (updated != null && updated.isBefore(latestBelievable) && (latest == null || updated.isAfter(latest))) {
            latest = updated;
        }
        return updated;
    }

    private static String first(Fields fields) {
        for (String name : fields.names()) {
            String text = scalar(fields, name);
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    private static String date(Fields fields, String field) {
        try {
            String text = fields.date(field);
            return text == null ? "" : text;
        } catch (WrongType e) {
            return "";
        }
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
    public Completion complete(Optional<String> watermark) {
        if (records > 0) {
            watch.complete();
        }
        Optional<String> next = watermark.or(() -> Optional.ofNullable(latest).map(Instant::toString));
        return new Completion(records, next, watch.notes(), OptionalInt.empty());
    }
}
