package org.childfile.ingest.landing;

import org.childfile.ingest.format.Unusable;

/** A landed record that cannot be used, and why. */
public record Quarantined(PendingRecord record, Unusable why) {

    /** The same without the record's bytes, which are in the landing zone: a mapping that refuses all keeps no feed in memory. */
    public Quarantined withoutContent() {
        return new Quarantined(
                new PendingRecord(
                        record.pullId(),
                        record.seq(),
                        record.place(),
                        record.key(),
                        record.updated(),
                        record.withdrawn(),
                        record.damaged(),
                        new byte[0]),
                why);
    }
}
