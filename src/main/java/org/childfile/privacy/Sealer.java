package org.childfile.privacy;

/** Seals values, so that only who has the keys can read them, and opens them. */
public interface Sealer {

    /**
     * Seals a value; each time to other bytes.
     *
     * @param context where the value belongs, as {@link Context} says it
     */
    byte[] seal(byte[] plain, byte[] context);

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IllegalStateException if it was changed, or belongs to another context
     * @throws KeysUnusable if its key is not in the warehouse
     */
    byte[] open(byte[] sealed, byte[] context);
}
