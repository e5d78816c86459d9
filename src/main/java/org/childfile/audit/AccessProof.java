package org.childfile.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * What proving the access log found.
 *
 * @param head the anchor of now
 * @param firstBroken the place of the first row that was altered, put in or taken out; empty where the chain is whole
 * @param unmet anchors that the log does not meet: rows were taken from its end, or all of it was written anew
 */
public record AccessProof(Anchor head, OptionalLong firstBroken, List<Anchor> unmet) {
    public AccessProof {
        unmet = List.copyOf(unmet);
    }

    /** Walks the whole chain, in the database, and compares it with its anchors and with one that was kept elsewhere. */
    public static AccessProof of(DataSource dataSource, Optional<Anchor> keptElsewhere) {
        AccessStore store = new AccessStore(dataSource);
        Optional<Long> broken = store.firstBroken();
        List<Anchor> unmet = new ArrayList<>(store.unmet());
        keptElsewhere.filter(anchor -> !store.meets(anchor)).ifPresent(unmet::add);
        return new AccessProof(store.head(), broken.map(OptionalLong::of).orElse(OptionalLong.empty()), unmet);
    }

    public boolean whole() {
        return firstBroken.isEmpty() && unmet.isEmpty();
    }
}
