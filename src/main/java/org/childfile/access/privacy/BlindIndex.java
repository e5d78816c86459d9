package org.childfile.access.privacy;

/** Finds a value without knowing it: equal texts give equal numbers, and who lacks the key can try none. */
public interface BlindIndex {

    /**
     * The number of a text, 16 bytes.
     *
     * @param kind what the text is, such as {@code id_number}; the same text of another kind gives another number
     */
    byte[] of(String kind, String text);
}
