package org.childfile.access.privacy;

/** A block cipher in counter mode: the same call seals and opens. By itself it proves nothing. */
interface Counter {

    int VECTOR_BYTES = 16;

    byte[] apply(byte[] vector, byte[] text, int offset);
}
