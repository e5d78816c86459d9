package org.childfile.access.privacy;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.CTRModeCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.modes.SICBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** SM4 (GB/T 32907) and HMAC-SM3 (GB/T 32905) by Bouncy Castle. One object a thread is reused. */
final class Sm4Parts {

    private static final ThreadLocal<GCMModeCipher> GCM =
            ThreadLocal.withInitial(() -> GCMBlockCipher.newInstance(new SM4Engine()));
    private static final ThreadLocal<CTRModeCipher> CTR =
            ThreadLocal.withInitial(() -> SICBlockCipher.newInstance(new SM4Engine()));
    private static final ThreadLocal<SM3Digest> SM3 = ThreadLocal.withInitial(SM3Digest::new);

    private Sm4Parts() {}

    /** SM3 (GB/T 32905). */
    static byte[] hash(byte[] text) {
        SM3Digest digest = SM3.get();
        digest.update(text, 0, text.length);
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }

    /** SM4-GCM (RFC 8998). */
    static Aead aead(byte[] key) {
        return new Gcm(new KeyParameter(key));
    }

    static Prf prf(byte[] key) {
        ThreadLocal<HMac> macs = ThreadLocal.withInitial(() -> {
            HMac mac = new HMac(new SM3Digest());
            mac.init(new KeyParameter(key));
            return mac;
        });
        return parts -> {
            HMac mac = macs.get();
            for (byte[] part : parts) {
                mac.update(part, 0, part.length);
            }
            byte[] out = new byte[Prf.BYTES];
            mac.doFinal(out, 0);
            return out;
        };
    }

    static Counter counter(byte[] key) {
        KeyParameter secret = new KeyParameter(key);
        return (vector, text, offset) -> {
            CTRModeCipher cipher = CTR.get();
            cipher.init(true, new ParametersWithIV(secret, vector));
            byte[] out = new byte[text.length - offset];
            cipher.processBytes(text, offset, out.length, out, 0);
            return out;
        };
    }

    private record Gcm(KeyParameter key) implements Aead {

        @Override
        public void seal(byte[] nonce, byte[] context, byte[] plain, byte[] out, int offset) {
            try {
                GCMModeCipher cipher = GCM.get();
                cipher.init(true, new AEADParameters(key, TAG_BYTES * Byte.SIZE, nonce, context));
                int done = cipher.processBytes(plain, 0, plain.length, out, offset);
                cipher.doFinal(out, offset + done);
            } catch (InvalidCipherTextException e) {
                throw new IllegalStateException("nothing is proved while sealing", e);
            }
        }

        @Override
        public byte[] open(byte[] nonce, byte[] context, byte[] sealed, int offset) throws Changed {
            int length = sealed.length - offset;
            if (length < TAG_BYTES) {
                throw new Changed(new IllegalArgumentException("no room for a tag"));
            }
            try {
                GCMModeCipher cipher = GCM.get();
                cipher.init(false, new AEADParameters(key, TAG_BYTES * Byte.SIZE, nonce, context));
                byte[] out = new byte[length - TAG_BYTES];
                int done = cipher.processBytes(sealed, offset, length, out, 0);
                cipher.doFinal(out, done);
                return out;
            } catch (InvalidCipherTextException e) {
                throw new Changed(e);
            }
        }
    }
}
