package org.childfile.files.identity;

import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * Two records as a reviewer sees them.
 *
 * @param left the person of the first record; null where it was not linked yet, or is not to be told
 * @param values the two persons' values; each record's own first
 */
public record RecordPair(
        Population population,
        SourceKey a,
        SourceKey b,
        @Nullable Side left,
        @Nullable Side right,
        SideBySide values,
        Explanation explanation) {

    /** A person and how many records it has. */
    public record Side(String personId, int records) {}

    /** Whether both records belong to one person now. */
    public boolean together() {
        return left != null && right != null && left.personId().equals(right.personId());
    }
}
