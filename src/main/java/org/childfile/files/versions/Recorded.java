package org.childfile.files.versions;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.childfile.files.merge.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What was last recorded of a person's file.
 *
 * @param rows by their days; of a file that ended those that stood when it did
 * @param last the highest number of any version
 * @param ended whether the file ended: its person was retired
 */
record Recorded(List<Row> rows, int last, boolean ended) {

    static final Recorded NOTHING = new Recorded(List.of(), 0, true);

    Recorded {
        rows = List.copyOf(rows);
    }

    /**
     * One version.
     *
     * @param profile opens it; most are only compared by their digests
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content where it is compared at all
    record Row(int version, LocalDate from, @Nullable LocalDate to, byte[] contentHash, Supplier<Profile> profile) {

        Period period() {
            return new Period(from, to, profile.get());
        }
    }

    /** Whether the file stands and its last period has this content. */
    boolean says(byte[] contentHash) {
        return !ended && MessageDigest.isEqual(rows.getLast().contentHash(), contentHash);
    }

    List<Period> periods() {
        return rows.stream().map(Row::period).toList();
    }
}
