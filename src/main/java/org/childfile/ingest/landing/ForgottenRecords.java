package org.childfile.ingest.landing;

import java.util.Optional;
import org.childfile.access.erasure.Tombstones.Forgotten;
import org.childfile.access.privacy.Keyring;
import org.childfile.ingest.format.RawRecord;

/**
 * Empties the records of forgotten persons when they come again, before anything of them is kept: an empty, withdrawn record
 * under the token of its key, which is what is in force for it. So it counts as unchanged, and nothing is written.
 */
public final class ForgottenRecords {

    private final Forgotten forgotten;
    private int emptied;

    ForgottenRecords(Forgotten forgotten) {
        this.forgotten = forgotten;
    }

    /** The hash of an empty record. */
    public static byte[] hashOfEmpty(Keyring keys) {
        return keys.digest(new byte[0]);
    }

    RawRecord take(RawRecord record) {
        String key = record.key();
        Optional<String> token = key == null ? Optional.empty() : forgotten.token(key);
        if (token.isEmpty()) {
            return record;
        }
        emptied++;
        return new RawRecord(record.place(), new byte[0], token.get(), null, true, Optional.empty());
    }

    /** How many records were emptied. */
    int emptied() {
        return emptied;
    }
}
