package org.childfile.linkage;

import org.childfile.matching.Decision;

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
        CONTESTED("contested record"),
        BETWEEN_THRESHOLDS("between thresholds"),
        WEAK_BRIDGE("weak bridge"),
        DIFFERENT_NUMBERS("different id numbers");

        private final String written;

        Reason(String written) {
            this.written = written;
        }

        /** As it stands in tables. */
        String written() {
            return written;
        }
    }

    Question {
        if (a >= b) {
            throw new IllegalArgumentException("a question names the smaller record first: " + a + ", " + b);
        }
    }

    /** 0 at the threshold of review, 1 at the threshold of joining and where no threshold is the reason. */
    double closeness(Decision decision) {
        double review = decision.reviewBits();
        return reason == Reason.BETWEEN_THRESHOLDS
                ? Math.clamp((weight - review) / (decision.joinBits() - review), 0, 1)
                : 1;
    }
}
