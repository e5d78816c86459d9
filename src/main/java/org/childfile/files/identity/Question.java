package org.childfile.files.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.matching.RowClusters;
import org.childfile.linkage.model.DecisionThresholds;

/**
 * Two records of two persons that a reviewer is asked about; of all pairs of records of the two persons the best.
 *
 * @param a the smaller record number
 * @param weight the bits that speak for one person; 0 where none were counted
 */
record Question(long a, long b, double weight, Reason reason) {

    /** Why rules alone cannot decide. */
    enum Reason {
        CONFLICTING_VERDICTS("conflicting verdicts"),
        CONTESTED(RowClusters.CONTESTED),
        BETWEEN_THRESHOLDS(RowClusters.BETWEEN_THRESHOLDS),
        WEAK_BRIDGE(RowClusters.WEAK_BRIDGE),
        DIFFERENT_NUMBERS(Edges.DIFFERENT_NUMBERS),
        ONE_NUMBER(RowClusters.ONE_NUMBER),
        ANOTHER_SEX("another sex"),
        NO_NAME("no usable name"),
        LIKE_NAMES("like names in one feed"),
        GROUP_TOO_LARGE(RowClusters.GROUP_TOO_LARGE);

        /** Those that a model may give where it leaves pairs to a person. */
        private static final List<Reason> ASKS = List.of(ONE_NUMBER, ANOTHER_SEX, NO_NAME, LIKE_NAMES);

        private final String written;

        Reason(String written) {
            this.written = written;
        }

        /** As it stands in tables. */
        String written() {
            return written;
        }

        /** The reason of a model's word for it; empty for a word that is none. */
        static Optional<Reason> ofModel(String called) {
            return ASKS.stream().filter(each -> each.written.equals(called)).findFirst();
        }

        /** The words that a model may use. */
        static List<String> ofModels() {
            return ASKS.stream().map(Reason::written).toList();
        }

        static Reason of(String written) {
            return Arrays.stream(values())
                    .filter(each -> each.written.equals(written))
                    .findFirst()
                    .orElseThrow();
        }

        /** Whether a crowd of records may all be alike in it; each of them is then asked about once. */
        boolean ofCrowds() {
            return this == NO_NAME || this == GROUP_TOO_LARGE;
        }
    }

    Question {
        if (a >= b) {
            throw new IllegalArgumentException("a question names the smaller record first: " + a + ", " + b);
        }
    }

    /**
     * 0 at the threshold of review, 1 at the threshold of joining and where no threshold is the reason; 0, too, where a crowd
     * is: one verdict about many decides little.
     */
    double closeness(DecisionThresholds decision) {
        double review = decision.reviewBits();
        if (reason.ofCrowds()) {
            return 0;
        }
        return reason == Reason.BETWEEN_THRESHOLDS
                ? Math.clamp((weight - review) / (decision.joinBits() - review), 0, 1)
                : 1;
    }
}
