package org.childfile.ingest.landing;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys of a snapshot that did not come.
 *
 * @param gone those that count as withdrawn
 * @param spared how many others may be in a row that cannot be read
 */
record Missing(List<String> gone, int spared) {

    static final Missing NONE = new Missing(List.of(), 0);

    Missing {
        gone = List.copyOf(gone);
    }

    /** What the report tells of the pull, and of keys that are not withdrawn although they did not come. */
    List<String> notes(List<String> drift, BrokenRows broken) {
        List<String> notes = new ArrayList<>(drift);
        if (spared > 0 && broken.unreadable() > 0) {
            notes.addFirst("nothing is withdrawn: " + spared + " keys did not come, and the key of "
                    + broken.unreadable() + " broken records cannot be read");
        } else if (spared > 0) {
            notes.addFirst(spared + " keys that came in broken records are not withdrawn");
        }
        return notes;
    }
}
