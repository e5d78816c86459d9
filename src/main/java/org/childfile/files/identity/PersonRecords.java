package org.childfile.files.identity;

import java.util.List;
import org.childfile.ingest.mapping.SourceRecord;

/** A person and all source records that belong to it, in the order of their keys; none for a retired person. */
public record PersonRecords(String personId, List<SourceRecord> records) {
    public PersonRecords {
        records = List.copyOf(records);
    }
}
