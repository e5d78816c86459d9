package org.childfile.access.privacy;

import java.util.Arrays;

/**
 * A data key, open: it seals by itself what is about nobody who is known, and together with the half of a subject's key that
 * lies in the erasure tree what is about that subject.
 */
record DataKey(Suite suite, Aead alone, Prf subjects) {

    static DataKey of(Suite suite, byte[] secret) {
        return new DataKey(suite, suite.aead(secret, "seal"), suite.prf(secret, "subjects"));
    }

    /** The cipher for one subject. */
    Aead with(byte[] leaf) {
        return suite.aead(Arrays.copyOf(subjects.of(leaf), suite.keyBytes()));
    }
}
