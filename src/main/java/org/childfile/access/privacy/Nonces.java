package org.childfile.access.privacy;

import java.security.SecureRandom;
import java.util.Arrays;

/** Random nonces, asked of the system in bulk: one at a time would cost more than the cipher. */
final class Nonces {

    private static final int AT_ONCE = 256;
    private static final ThreadLocal<Nonces> OF_THREAD = ThreadLocal.withInitial(Nonces::new);

    private final SecureRandom random = new SecureRandom();
    private final byte[] bytes = new byte[AT_ONCE * Aead.NONCE_BYTES];
    private int next = bytes.length;

    private Nonces() {}

    static byte[] next() {
        return OF_THREAD.get().take();
    }

    private byte[] take() {
        if (next == bytes.length) {
            random.nextBytes(bytes);
            next = 0;
        }
        next += Aead.NONCE_BYTES;
        return Arrays.copyOfRange(bytes, next - Aead.NONCE_BYTES, next);
    }
}
