package org.childfile.access.privacy;

import org.bouncycastle.crypto.macs.SipHash;
import org.bouncycastle.crypto.params.KeyParameter;

/** A keyed digest of 64 bits of a number of 64 bits (SipHash-2-4), for what is compared by the million. One thread's. */
public final class ShortDigest {

    private final SipHash hash = new SipHash();
    private final byte[] number = new byte[Long.BYTES];

    ShortDigest(byte[] key) {
        hash.init(new KeyParameter(key));
    }

    public long of(long plain) {
        for (int i = 0; i < Long.BYTES; i++) {
            number[i] = (byte) (plain >>> (Byte.SIZE * i));
        }
        hash.update(number, 0, Long.BYTES);
        return hash.doFinal();
    }
}
