package org.childfile.ingest.landing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.childfile.ingest.format.PossibleKeys;
import org.childfile.ingest.format.RawRecord;

/**
 * The rows of one pull that cannot be used, and whose they may be. A broken row is not an absent record: no key that one of
 * them has, or may have, is withdrawn.
 */
final class BrokenRows {

    private final KeyTable keys;
    private final IntPredicate inForce;
    private final Set<Integer> named = new HashSet<>();
    private final Set<ByteBuffer> nameless = new HashSet<>();
    private int unreadable;

    /** Takes the numbers of a feed's keys, and which of them are in force. */
    BrokenRows(KeyTable keys, IntPredicate inForce) {
        this.keys = keys;
        this.inForce = inForce;
    }

    void add(RawRecord record, byte[] hash) {
        String key = record.key();
        if (key != null) {
            named.add(keys.add(key));
            return;
        }
        nameless.add(ByteBuffer.wrap(Arrays.copyOf(hash, hash.length)));
        switch (record.possible()) {
            case PossibleKeys.Any ignored -> unreadable++;
            case PossibleKeys.None ignored -> {}
            case PossibleKeys.OneOf one -> {
                List<Integer> known = known(one);
                named.addAll(known);
                unreadable += known.isEmpty() ? 1 : 0;
            }
        }
    }

    /** The record under the only key in force that it may have; as it is where there are none or several. */
    RawRecord named(RawRecord record) {
        if (record.key() == null && record.possible() instanceof PossibleKeys.OneOf one) {
            List<Integer> known = known(one);
            return known.size() == 1 ? record.withKey(keys.key(known.getFirst())) : record;
        }
        return record;
    }

    private List<Integer> known(PossibleKeys.OneOf one) {
        return one.keys().stream().map(keys::add).filter(inForce::test).toList();
    }

    /** Whether a row of the key is broken. */
    boolean has(int key) {
        return named.contains(key);
    }

    /** Whether the same nameless row is among them. */
    boolean hasNameless(byte[] hash) {
        return nameless.contains(ByteBuffer.wrap(hash));
    }

    Set<Integer> named() {
        return named;
    }

    /** How many rows may be anybody's: while there are any, nothing is withdrawn. */
    int unreadable() {
        return unreadable;
    }
}
