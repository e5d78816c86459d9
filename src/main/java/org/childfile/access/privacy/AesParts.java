package org.childfile.access.privacy;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES, SHA-256 and HMAC-SHA256 by the Java that runs the program, which has the processor do them. One object a thread is reused. */
final class AesParts {

    private static final String KEY = "AES";
    private static final ThreadLocal<Cipher> GCM = each(() -> Cipher.getInstance("AES/GCM/NoPadding"));
    private static final ThreadLocal<Cipher> CTR = each(() -> Cipher.getInstance("AES/CTR/NoPadding"));
    private static final ThreadLocal<MessageDigest> SHA_256 = each(() -> MessageDigest.getInstance("SHA-256"));

    private AesParts() {}

    /** AES-256-GCM (NIST SP 800-38D). */
    static Aead aead(byte[] key) {
        return new Gcm(new SecretKeySpec(key, KEY));
    }

    /** SHA-256 (FIPS 180-4). */
    static byte[] hash(byte[] text) {
        return SHA_256.get().digest(text);
    }

    /** HMAC-SHA256 (RFC 2104). */
    static Prf prf(byte[] key) {
        SecretKeySpec secret = new SecretKeySpec(key, "HmacSHA256");
        ThreadLocal<Mac> macs = each(() -> {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac;
        });
        return parts -> {
            Mac mac = macs.get();
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        };
    }

    /** AES-256 in counter mode. */
    static Counter counter(byte[] key) {
        SecretKeySpec secret = new SecretKeySpec(key, KEY);
        return (vector, text, offset) -> {
            try {
                Cipher cipher = CTR.get();
                cipher.init(Cipher.ENCRYPT_MODE, secret, new IvParameterSpec(vector));
                return cipher.doFinal(text, offset, text.length - offset);
            } catch (GeneralSecurityException e) {
                throw incomplete(e);
            }
        };
    }

    private record Gcm(SecretKeySpec key) implements Aead {

        @Override
        public void seal(byte[] nonce, byte[] context, byte[] plain, byte[] out, int offset) {
            try {
                begun(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain, 0, plain.length, out, offset);
            } catch (GeneralSecurityException e) {
                throw incomplete(e);
            }
        }

        @Override
        public byte[] open(byte[] nonce, byte[] context, byte[] sealed, int offset) throws Changed {
            try {
                return begun(Cipher.DECRYPT_MODE, nonce, context).doFinal(sealed, offset, sealed.length - offset);
            } catch (GeneralSecurityException e) {
                throw new Changed(e);
            }
        }

        private Cipher begun(int mode, byte[] nonce, byte[] context)
                throws InvalidKeyException, InvalidAlgorithmParameterException {
            Cipher cipher = GCM.get();
            cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            cipher.updateAAD(context);
            return cipher;
        }
    }

    private interface Making<T> {
        T make() throws GeneralSecurityException;
    }

    private static <T> ThreadLocal<T> each(Making<T> making) {
        Supplier<T> supplier = () -> {
            try {
                return making.make();
            } catch (GeneralSecurityException e) {
                throw incomplete(e);
            }
        };
        return ThreadLocal.withInitial(supplier);
    }

    private static IllegalStateException incomplete(GeneralSecurityException e) {
        return new IllegalStateException("every Java has AES-GCM, AES-CTR and HMAC-SHA256", e);
    }
}
