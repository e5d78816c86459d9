package org.childfile.wakeup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that follow from what they name: a letter and a UUID of version 8 (RFC 9562) over a SHA-256. */
public final class Ids {

    private static final long VERSION = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Ids() {}

    public static String of(char letter, String name) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = digest.getLong() & ~0xF000L | VERSION;
            long low = digest.getLong() & ~(0b11L << 62) | VARIANT;
            return letter + new UUID(high, low).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A name that is given once. */
    static String once() {
        return "once\0" + UUID.randomUUID();
    }
}
