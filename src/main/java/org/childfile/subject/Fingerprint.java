package org.childfile.subject;

/** A keyed hash of a text of some kind: equal texts give equal bytes, and who lacks the key can try none. */
@FunctionalInterface
public interface Fingerprint {

    /** The hash, at least 16 bytes; the same text of another kind gives another one. */
    byte[] of(String kind, String text);
}
