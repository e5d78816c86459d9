package org.childfile.linkage.model;

/** Numbers mixed to 64 bits; a clash of two keys only costs a comparison. */
public final class Hashes {

    private Hashes() {}

    /** The same text gives the same number on every machine. */
    public static long of(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mixed(hash);
    }

    public static long mixed(long one, long other) {
        return mixed(one * 0x9E3779B97F4A7C15L + other);
    }

    public static long mixed(long number) {
        long hash = number ^ (number >>> 32);
        hash *= 0xD6E8FEB86659FD93L;
        hash ^= hash >>> 32;
        hash *= 0xD6E8FEB86659FD93L;
        return hash ^ (hash >>> 32);
    }
}
