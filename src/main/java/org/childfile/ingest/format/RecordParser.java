package org.childfile.ingest.format;

import java.util.List;
import org.childfile.ingest.connector.Connector;

/**
 * Reads one record's bytes, as they were landed, into its fields. Not for several threads at once: each takes its own.
 */
public interface RecordParser {

    Fields parse(byte[] content) throws Malformed;

    /** What can still be told of the key of a record that {@link #parse} refuses; its fields are named in order. */
    LenientKey lenientKey(byte[] content, List<String> key);

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
        private final transient Unusable unusable;

        Malformed(Unusable.Reason reason, String text) {
            this(new Unusable(reason, "", text));
        }

        private Malformed(Unusable unusable) {
            super(unusable.text(), null, false, false);
            this.unusable = unusable;
        }

        /** What is wrong in the program's own words, with nothing of the record in them. */
        static Malformed of(String words) {
            return new Malformed(Unusable.inWords(Unusable.Reason.MALFORMED, "", words));
        }

        public Unusable unusable() {
            return unusable;
        }
    }
}
