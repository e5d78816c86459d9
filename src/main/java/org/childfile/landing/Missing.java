package org.childfile.landing;

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
}
