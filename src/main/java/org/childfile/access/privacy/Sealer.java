package org.childfile.access.privacy;

/** Seals values, so that only who has the keys can read them, and opens them. */
public interface Sealer {

    /**
     * Seals a value; each time to other bytes.
     *
     * @param context where the value belongs, as {@link Context} says it
     */
    byte[] seal(byte[] plain, byte[] context);

    /**
     * Seals a value that is about somebody, so that it is lost for good when that subject's key is destroyed.
     *
     * @param context where the value belongs, as {@link Context} says it
     */
    byte[] seal(byte[] plain, byte[] context, Subject subject);

    /**
     * Opens what was sealed here, of whatever subject.
     *
     * @throws IllegalStateException if it was changed, or belongs to another context
     * @throws KeyDestroyed if whom it is about was forgotten
     * @throws KeysUnusable if its key is not in the warehouse
     */
    byte[] open(byte[] sealed, byte[] context);
}
