package org.childfile.ingest.landing;

import java.util.Optional;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.landing.PullReport.Counts;

/**
 * Why a pull waits for an operator.
 *
 * @param reason its stable code; empty for a snapshot that shrank
 */
record Hold(Optional<String> reason, String message) {

    private static final String REFUSED_RECORDS = "REFUSED_RECORDS";

    /** Empty where nothing keeps the pull from being put in force. */
    static Optional<Hold> of(Connector connector, ChangeDetector fates, Counts counts) {
        Optional<Hold> refused = fates.refusals()
                .tooMany(connector, counts.pulled(), counts.quarantined())
                .map(message -> new Hold(Optional.of(REFUSED_RECORDS), message));
        return connector.mode() == Connector.Mode.SNAPSHOT ? refused.or(() -> shrunk(connector, fates)) : refused;
    }

    private static Optional<Hold> shrunk(Connector connector, ChangeDetector fates) {
        int allowed = connector.limits().maxShrinkPercent();
        return fates.keysNow() * 100L < fates.keysBefore() * (100L - allowed)
                ? Optional.of(new Hold(
                        Optional.empty(),
                        "the snapshot has " + fates.keysNow() + " keys, the last one had " + fates.keysBefore()
                                + "; more than " + allowed
                                + " % fewer is held. Decide with: childfile hold approve|reject " + connector.feed()))
                : Optional.empty();
    }
}
