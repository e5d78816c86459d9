package org.childfile.access.privacy;

/** Encryption that also proves that neither text nor context was changed: a cipher in GCM with a tag of 128 bits. */
interface Aead {

    int NONCE_BYTES = 12;
    int TAG_BYTES = 16;

    /** Writes the sealed text and its tag into {@code out} from an offset on. A nonce is never used twice with one key. */
    void seal(byte[] nonce, byte[] context, byte[] plain, byte[] out, int offset);

    /**
     * Opens what stands in {@code sealed} from an offset on.
     *
     * @throws Changed if text, nonce, context or key is another one
     */
    byte[] open(byte[] nonce, byte[] context, byte[] sealed, int offset) throws Changed;

    /** What was sealed cannot be opened. */
    final class Changed extends Exception {
        Changed(Throwable cause) {
            super("a sealed value was changed, or belongs elsewhere", cause);
        }
    }
}
