package org.childfile.linkage.run;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.childfile.linkage.matching.RowClusters;

/** What was decided about a pair from the review threshold on. */
public enum PairDecision {
    JOINED,
    /** A person should look at it. */
    REVIEW,
    APART;

    /** As files have it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The decisions about the pairs of a table. */
    public interface Decisions {
        PairDecision of(int a, int b);
    }

    public static Decisions of(RowClusters clusters) {
        Set<Long> review = new HashSet<>();
        for (RowClusters.Review each : clusters.review()) {
            review.add(pair(each.a(), each.b()));
        }
        int[] of = clusters.of();
        return (a, b) -> of[a] == of[b] ? JOINED : review.contains(pair(a, b)) ? REVIEW : APART;
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
    }
}
