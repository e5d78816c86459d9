package org.childfile.access.privacy;

/** A keyed digest of 32 bytes (HMAC): who lacks the key can neither make it nor guess its text by trying. */
interface Prf {

    int BYTES = 32;

    byte[] of(byte[]... parts);
}
