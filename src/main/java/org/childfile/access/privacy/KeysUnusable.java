package org.childfile.access.privacy;

/** What is sealed cannot be opened with the keys at hand: which, where they were looked for, and how to mend it. */
public final class KeysUnusable extends RuntimeException {

    public KeysUnusable(String message) {
        super(message);
    }
}
