package org.childfile.ingest.landing;

import java.time.Instant;

/**
 * A record in force that is not mapped yet.
 *
 * @param pullId the pull that brought it
 * @param seq its number in that pull, from 1
 * @param updated its own update stamp, else the time of the pull
 * @param key as it stands in tables
 * @param withdrawn whether its key is withdrawn; its content then counts no more, and is empty
 * @param damaged whether what is kept of it is not what came; its content is empty then
 */
public record PendingRecord(
        long pullId,
        int seq,
        String place,
        String key,
        Instant updated,
        boolean withdrawn,
        boolean damaged,
        byte[] content) {

    /** Bytes that are tried out before they are landed. */
    public static PendingRecord onTrial(byte[] content) {
        return new PendingRecord(0, 0, "", "", Instant.EPOCH, false, false, content);
    }
}
