package org.childfile.ingest.landing;

import java.util.List;
import java.util.Optional;

/**
 * How one pull of one feed ended.
 *
 * @param message why it is not in force; empty for a landed one
 */
public record PullReport(
        long pullId, String feed, State state, Counts counts, List<String> drift, Optional<String> message) {

    /** What became of a pull as a whole. */
    public enum State {
        /** In force. */
        LANDED,
        /** Landed, but not in force until an operator approves it: the snapshot shrank too much. */
        HELD,
        /** Held, and refused by an operator. */
        REJECTED,
        /** Not complete; the last good pull stays in force. */
        FAILED
    }

    /** Records by what became of them; pulled is the sum of the others but withdrawn. */
    public record Counts(
            int pulled, int fresh, int changed, int unchanged, int quarantined, int duplicates, int withdrawn) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

        Counts withWithdrawn(int keys) {
            return new Counts(pulled, fresh, changed, unchanged, quarantined, duplicates, keys);
        }
    }

    public PullReport {
        drift = List.copyOf(drift);
    }
}
