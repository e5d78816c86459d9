package org.childfile.ingest.landing;

import java.util.List;
import org.childfile.ingest.landing.Contents.Content;
import org.jspecify.annotations.Nullable;

/** One of several contents that came for a key; its stamp in microseconds. */
record Occurrence(int seq, String place, Content content, long stamp, boolean kept) {

    static final long NO_STAMP = Long.MIN_VALUE;

    /** The one with a later stamp than all others; null where there is none. */
    static @Nullable Occurrence latest(List<Occurrence> occurrences) {
        long stamp = occurrences.stream().mapToLong(Occurrence::stamp).max().orElse(NO_STAMP);
        List<Occurrence> latest =
                occurrences.stream().filter(each -> each.stamp() == stamp).toList();
        return latest.size() == 1 ? latest.getFirst() : null;
    }
}
