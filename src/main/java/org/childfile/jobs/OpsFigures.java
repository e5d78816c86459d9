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
 * @param duties what the law asks for and waits
 */
record OpsFigures(
        @Nullable String runState,
        double runEnded,
        double reviews,
        Map<String, Map<String, Double>> pulls,
        Map<String, Feed> feeds,
        Duties duties) {

    /**
     * What the law asks for and waits.
     *
     * @param overdueRequests correction requests that departments let lie beyond their deadline
     * @param overdueSteps steps about breaches whose time has passed
     * @param overdueReviews impact assessments that were to be looked at again
     * @param unchecked caring mothers in post whose check for criminal records is missing or too old
     * @param packDue 1 in January as long as last year's report on minors' data is not made, 2 after January
     */
    record Duties(
            double overdueRequests, double overdueSteps, double overdueReviews, double unchecked, double packDue) {}

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
