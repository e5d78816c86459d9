package org.childfile.jobs;

import java.util.List;
import org.childfile.ingest.connector.Connectors;

/**
 * The records of a feed in force, and how many of them cannot be mapped, whichever pull brought them: after a mistake in a
 * mapping, all of them.
 */
record RefusedShare(String feed, int records, int refused) {

    /** One record alone costs itself, and is no alarm. */
    boolean above(int percent) {
        return refused > 1 && refused * 100L > (long) records * percent;
    }

    /** Feeds of which more is refused than their connectors allow, but for those of which something is said already. */
    static List<String> alarms(List<RefusedShare> shares, Connectors connectors, List<String> said) {
        return shares.stream()
                .filter(share -> connectors
                        .find(share.feed())
                        .filter(connector -> share.above(connector.limits().maxRefusedPercent()))
                        .isPresent())
                .filter(share -> said.stream().noneMatch(need -> need.startsWith(share.feed() + " ")))
                .map(share -> share.feed() + " refused")
                .sorted()
                .toList();
    }
}
