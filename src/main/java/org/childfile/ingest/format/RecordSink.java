package org.childfile.ingest.format;

import java.util.List;

/** Takes what a pull holds, in the order of the feed. */
public interface RecordSink {

    /** The columns of a feed that has a header; called before its first record. */
    void header(List<String> columns);

    void record(RawRecord record);

    /** The file as a whole, for a format whose records are no byte ranges of it (a workbook). */
    void document(byte[] content);
}
