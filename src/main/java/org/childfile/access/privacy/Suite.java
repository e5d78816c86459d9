package org.childfile.access.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** The ciphers and digests that one secret is used with; a secret is used for one purpose through a key derived for it. */
public enum Suite {
    /** AES-256-GCM, HMAC-SHA256. */
    AES(1, "AES-256-GCM", 32) {
        @Override
        Aead aead(byte[] secret, String purpose) {
            return AesParts.aead(key(secret, purpose));
        }

        @Override
        Aead aead(byte[] key) {
            return AesParts.aead(key);
        }

        @Override
        byte[] hash(byte[] text) {
            return AesParts.hash(text);
        }

        @Override
        Prf prf(byte[] secret, String purpose) {
            return AesParts.prf(key(secret, purpose));
        }

        @Override
        Counter counter(byte[] secret, String purpose) {
            return counter(key(secret, purpose));
        }

        @Override
        Counter counter(byte[] key) {
            return AesParts.counter(key);
        }

        @Override
        Digest digest() {
            return SHA256Digest.newInstance();
        }
    },
    /** SM4-GCM, HMAC-SM3. */
    SM4(2, "SM4-GCM", 16) {
        @Override
        Aead aead(byte[] secret, String purpose) {
            return Sm4Parts.aead(key(secret, purpose));
        }

        @Override
        Aead aead(byte[] key) {
            return Sm4Parts.aead(key);
        }

        @Override
        byte[] hash(byte[] text) {
            return Sm4Parts.hash(text);
        }

        @Override
        Prf prf(byte[] secret, String purpose) {
            return Sm4Parts.prf(key(secret, purpose));
        }

        @Override
        Counter counter(byte[] secret, String purpose) {
            return counter(key(secret, purpose));
        }

        @Override
        Counter counter(byte[] key) {
            return Sm4Parts.counter(key);
        }

        @Override
        Digest digest() {
            return new SM3Digest();
        }
    };

    /** The variable that names the cipher of new keys. */
    public static final String VARIABLE = "CHILDFILE_CIPHER";

    private final int code;
    private final String written;
    private final int keyBytes;

    Suite(int code, String written, int keyBytes) {
        this.code = code;
        this.written = written;
        this.keyBytes = keyBytes;
    }

    /** Encryption with the key of a purpose. */
    abstract Aead aead(byte[] secret, String purpose);

    /** Encryption with a key that is as long as the cipher takes. */
    abstract Aead aead(byte[] key);

    /** A digest of 32 bytes without a key: SHA-256 or SM3. */
    abstract byte[] hash(byte[] text);

    /** A keyed digest with the key of a purpose. */
    abstract Prf prf(byte[] secret, String purpose);

    /** Counter mode with the key of a purpose. */
    abstract Counter counter(byte[] secret, String purpose);

    /** Counter mode with a key that is as long as the cipher takes. */
    abstract Counter counter(byte[] key);

    abstract Digest digest();

    /** As it stands in tables. */
    public String written() {
        return written;
    }

    /** Reads what {@link #written} gives. */
    public static Suite of(String written) {
        return Arrays.stream(values())
                .filter(each -> each.written.equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such cipher: " + written));
    }

    /** Reads what an operator writes, {@code AES} or {@code SM4}; empty for anything else. */
    public static Optional<Suite> find(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /**
     * The one that an environment chooses, {@link #AES} unless it says otherwise.
     *
     * @throws KeysUnusable if it names none that is known
     */
    public static Suite chosen(Map<String, String> environment) {
        String name = environment.getOrDefault(VARIABLE, "");
        return name.isBlank()
                ? AES
                : find(name)
                        .orElseThrow(() -> new KeysUnusable(
                                VARIABLE + ": found " + name + ", allowed are AES (the default) and SM4"));
    }

    int code() {
        return code;
    }

    /** Reads what {@link #code} gives. */
    static Suite of(int code) {
        return Arrays.stream(values())
                .filter(each -> each.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such cipher: " + code));
    }

    /** How long a key is. */
    int keyBytes() {
        return keyBytes;
    }

    /** The key of a purpose by HKDF (RFC 5869), as long as the cipher takes. */
    byte[] key(byte[] secret, String purpose) {
        return derive(secret, purpose, keyBytes);
    }

    byte[] derive(byte[] secret, String purpose, int bytes) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(digest());
        generator.init(new HKDFParameters(secret, null, ("childfile " + purpose).getBytes(StandardCharsets.UTF_8)));
        byte[] out = new byte[bytes];
        generator.generateBytes(out, 0, bytes);
        return out;
    }
}
