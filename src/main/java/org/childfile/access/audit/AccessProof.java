package org.childfile.access.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.childfile.access.privacy.AuditKeys;

/**
 * What proving the access log found.
 *
 * @param head the anchor of now
 * @param firstBroken the place of the first row that was altered, put in or taken out; empty where the chain is whole
 * @param unmet anchors that the log does not meet: rows were taken from its end, or all of it was written anew
 * @param walk how far keys outside the database bind it
 * @param kept how many anchors that were kept elsewhere it meets
 * @param keptUpTo the place of the latest of these; 0 where there is none
 */
public record AccessProof(
        Anchor head, OptionalLong firstBroken, List<Anchor> unmet, Walk walk, int kept, long keptUpTo) {
    public AccessProof {
        unmet = List.copyOf(unmet);
    }

    /**
     * The part of the log that is bound by keys.
     *
     * @param first the place of its first row; 0 where there is none
     * @param bound how many rows each key that is here bound
     * @param unknown how many rows are bound by each key that is not here, of which only the order is proved
     * @param broken the place of the first row that is not as it was written
     */
    public record Walk(long first, Map<String, Long> bound, Map<String, Long> unknown, Optional<Long> broken) {

        static final Walk NONE = new Walk(0, Map.of(), Map.of(), Optional.empty());

        public Walk {
            bound = Map.copyOf(bound);
            unknown = Map.copyOf(unknown);
        }
    }

    /** Walks the whole chain and compares it with its anchors and with those that were kept elsewhere. */
    public static AccessProof of(DataSource dataSource, AuditKeys keys, List<Anchor> keptElsewhere) {
        ProofStore store = new ProofStore(dataSource);
        Walk walk = store.walk(keys);
        OptionalLong broken =
                store.firstBroken().or(walk::broken).map(OptionalLong::of).orElse(OptionalLong.empty());
        List<Anchor> unmet = new ArrayList<>(store.unmet());
        int met = 0;
        long upTo = 0;
        for (Anchor anchor : keptElsewhere) {
            if (anchor.count() == 0 || store.meets(anchor)) {
                met++;
                upTo = Math.max(upTo, anchor.count());
            } else {
                unmet.add(anchor);
            }
        }
        return new AccessProof(store.head(), broken, unmet, walk, met, upTo);
    }

    public boolean whole() {
        return firstBroken.isEmpty() && unmet.isEmpty();
    }
}
