package org.childfile.jobs;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the warehouse stands, in numbers.
 *
 * @param runState of the latest nightly run; null before the first
 * @param runEnded epoch seconds; NaN while it runs and before the first
 * @param reviews pairs that wait for a person
 * @param pulls how many there were, by feed and then by state
 * @param feeds by feed
 */
record OpsFigures(
        @Nullable String runState,
        double runEnded,
        double reviews,
        Map<String, Map<String, Double>> pulls,
        Map<String, Feed> feeds) {

    /**
     * How a feed stands.
     *
     * @param state of its latest pull
     * @param lastGood epoch seconds; NaN where none was good yet
     * @param quarantined records that are set aside and not resolved
     */
    record Feed(@Nullable String state, double lastGood, double quarantined) {
        static final Feed UNKNOWN = new Feed(null, Double.NaN, 0);
    }
}
