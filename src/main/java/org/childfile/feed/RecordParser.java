package org.childfile.feed;

import java.util.List;

/**
 * Reads one record's bytes, as they were landed, into its fields. Not for several threads at once: each takes its own.
 */
public interface RecordParser {

    Fields parse(byte[] content) throws Malformed;

    /** The parser for a format's records under a header (empty for formats without one). */
    static RecordParser of(Connector.Format format, List<String> header) {
        return switch (format) {
            case Connector.Format.Csv csv -> new CsvRecord(csv, header);
            case Connector.Format.Xml xml -> new XmlRecord();
            case Connector.Format.Ndjson ignored -> new JsonRecord();
            case Connector.Format.Json ignored -> new JsonRecord();
            case Connector.Format.Xlsx ignored -> new JsonRecord();
        };
    }

    /** The bytes are no record of the format; the reason goes to quarantine. */
    final class Malformed extends Exception {
        private final Unusable.Reason reason;

        Malformed(Unusable.Reason reason, String text) {
            super(text, null, false, false);
            this.reason = reason;
        }

        public Unusable unusable() {
            return new Unusable(reason, "", String.valueOf(getMessage()));
        }
    }
}
