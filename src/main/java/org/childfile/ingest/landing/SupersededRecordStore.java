package org.childfile.ingest.landing;

import java.util.List;
import org.childfile.database.SqlFiles;
import org.childfile.ingest.landing.ChangeDetector.SupersededRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets aside what another record of its key outdid. Every method runs in its caller's transaction. */
record SupersededRecordStore(JdbcClient jdbc, Sealing sealing) {

    /** Marks the records; one without a row is copied from the same one in force. */
    void setAside(String feed, long pull, List<SupersededRecord> superseded) {
        for (SupersededRecord each : superseded) {
            if (each.kept()) {
                jdbc.sql(SqlFiles.read("ingest/landing/mark-superseded"))
                        .param("pull", pull)
                        .param("seq", each.seq())
                        .param("key", each.key())
                        .update();
            } else {
                copy(feed, pull, each);
            }
        }
    }

    private void copy(String feed, long pull, SupersededRecord superseded) {
        byte[] content = jdbc.sql(SqlFiles.read("ingest/landing/in-force"))
                .param("feed", feed)
                .param("key", superseded.key())
                .query((row, line) -> sealing.openContent(row.getLong(1), row.getInt(2), row.getBytes(3)))
                .single();
        jdbc.sql(SqlFiles.read("ingest/landing/copy-superseded"))
                .param("feed", feed)
                .param("pull", pull)
                .param("seq", superseded.seq())
                .param("place", superseded.place())
                .param("key", superseded.key())
                .param(
                        "content",
                        sealing.content(new Sealing.Place(feed, pull, superseded.seq()), superseded.key(), content))
                .update();
    }
}
