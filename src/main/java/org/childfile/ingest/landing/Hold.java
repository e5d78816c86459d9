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
    static Optional<Hold> of(Connector connector, ChangeDetector detector, Counts counts) {
        Optional<Hold> refused = detector.refusals()
                .tooMany(connector, counts.pulled(), counts.quarantined())
                .map(message -> new Hold(Optional.of(REFUSED_RECORDS), message));
        return connector.mode() == Connector.Mode.SNAPSHOT ? refused.or(() -> shrunk(connector, detector)) : refused;
    }

    private static Optional<Hold> shrunk(Connector connector, ChangeDetector detector) {
        int allowed = connector.limits().maxShrinkPercent();
        return detector.keysNow() * 100L < detector.keysBefore() * (100L - allowed)
                ? Optional.of(new Hold(
                        Optional.empty(),
                        "the snapshot has " + detector.keysNow() + " keys, the last one had " + detector.keysBefore()
                                + "; more than " + allowed
                                + " % fewer is held. Decide with: childfile hold approve|reject " + connector.feed()))
                : Optional.empty();
    }
}
