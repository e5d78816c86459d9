package org.childfile.access.privacy;

/**
 * Who holds the master key, outside the database: it wraps data keys and never leaves here, so that a key service (KMS) can
 * stand in its place.
 */
public interface KeySource {

    /** The name of the master key that wraps from now on. */
    String newest();

    /** Wraps a data key with the newest master key. */
    byte[] wrap(Suite suite, byte[] dataKey, byte[] context);

    /**
     * Unwraps a data key.
     *
     * @param master the name of the master key that wrapped it
     * @throws KeysUnusable if that key is lost, or another one bears its name
     */
    byte[] unwrap(String master, Suite suite, byte[] wrapped, byte[] context);

    /** 32 bytes that follow from the newest master key and a purpose: the same whenever a warehouse is made anew. */
    byte[] derive(Suite suite, String purpose);
}
