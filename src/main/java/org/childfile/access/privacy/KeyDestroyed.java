package org.childfile.access.privacy;

/** A sealed value is about somebody who was forgotten: it is from a copy of the database that is older than that. */
public final class KeyDestroyed extends IllegalStateException {
    KeyDestroyed(String place) {
        super("the key of a sealed value was destroyed when somebody was forgotten; the row is older than that: "
                + place);
    }
}
