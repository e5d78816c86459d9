package org.childfile.security;

/** A key or the setting that names one cannot be used. The message says which, and how to mend it; it holds no key. */
public final class InvalidKey extends RuntimeException {

    public InvalidKey(String message) {
        super(message);
    }
}
