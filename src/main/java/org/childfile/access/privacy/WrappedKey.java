package org.childfile.access.privacy;

/**
 * A data key as it lies in the warehouse.
 *
 * @param id from 1; stands in everything that is sealed with it
 * @param wrapped sealed by the master key; never shown
 */
public record WrappedKey(int id, Kind kind, Suite suite, String master, byte[] wrapped, State state) {

    /** What a key is for. */
    public enum Kind {
        /** Seals values; another one takes its place when keys are rotated. */
        SEAL,
        /** Makes indexes, digests and tokens that must stay the same; kept for the life of the warehouse. */
        INDEX
    }

    /** Whether a key is in use. */
    public enum State {
        CURRENT,
        /** Replaced; what was sealed with it is being sealed anew. */
        RETIRING,
        /** Replaced, and nothing is left that was sealed with it; kept for what a process still wrote meanwhile. */
        RETIRED
    }

    static WrappedKey wrap(int id, Kind kind, Suite suite, byte[] secret, KeySource source) {
        return new WrappedKey(
                id, kind, suite, source.newest(), source.wrap(suite, secret, context(id, kind)), State.CURRENT);
    }

    byte[] unwrap(KeySource source) {
        return source.unwrap(master, suite, wrapped, context(id, kind));
    }

    private static byte[] context(int id, Kind kind) {
        return Context.of("privacy.data_key.wrapped", Integer.toString(id), kind.name());
    }
}
