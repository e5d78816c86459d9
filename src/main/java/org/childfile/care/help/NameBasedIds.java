package org.childfile.care.help;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.childfile.kernel.Sha256;

/** Ids that follow from what they name: a letter and a UUID of version 8 (RFC 9562) over a SHA-256. */
public final class NameBasedIds {

    private static final long VERSION = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private NameBasedIds() {}

    public static String of(char letter, String name) {
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(name));
        long high = digest.getLong() & ~0xF000L | VERSION;
        long low = digest.getLong() & ~(0b11L << 62) | VARIANT;
        return letter + new UUID(high, low).toString();
    }

    /** A name that is given once. */
    static String once() {
        return "once\0" + UUID.randomUUID();
    }
}
