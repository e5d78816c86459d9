package org.childfile.access.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.childfile.access.privacy.Aead.Changed;
import org.junit.jupiter.api.Test;

/** The ciphers give what their standards say. */
class KnownAnswersTest {

    private static final byte[] CONTEXT = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");

    /** McGrew and Viega, The Galois/Counter Mode of Operation, test case 16 (referred to by NIST SP 800-38D). */
    @Test
    void aesGcmSealsAsItsStandardSays() throws Changed {
        Aead aes = AesParts.aead(hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"));
        proves(
                aes,
                "cafebabefacedbaddecaf888",
                "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
                "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                        + "76fc6ece0f4e1768cddf8853bb2d551b");
    }

    /** RFC 8998, appendix A.1. */
    @Test
    void sm4GcmSealsAsItsStandardSays() throws Changed {
        Aead sm4 = Sm4Parts.aead(hex("0123456789abcdeffedcba9876543210"));
        proves(
                sm4,
                "00001234567800000000abcd",
                "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                        + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa",
                "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
    }

    private static void proves(Aead cipher, String nonce, String plain, String sealed) throws Changed {
        byte[] text = hex(plain);
        byte[] out = new byte[3 + text.length + Aead.TAG_BYTES];
        cipher.seal(hex(nonce), CONTEXT, text, out, 3);
        assertThat(HexFormat.of().formatHex(out, 3, out.length)).isEqualTo(sealed);
        assertThat(cipher.open(hex(nonce), CONTEXT, out, 3)).isEqualTo(text);
        for (int changed = 3; changed < out.length; changed++) {
            byte[] other = out.clone();
            other[changed] ^= 1;
            assertThatThrownBy(() -> cipher.open(hex(nonce), CONTEXT, other, 3)).isInstanceOf(Changed.class);
        }
        assertThatThrownBy(() -> cipher.open(hex(nonce), new byte[1], out, 3)).isInstanceOf(Changed.class);
        assertThatThrownBy(() -> cipher.open(hex(nonce), CONTEXT, Arrays.copyOf(out, 9), 3))
                .isInstanceOf(Changed.class);
    }

    /** RFC 4231, test case 2. */
    @Test
    void theDigestIsHmacSha256() {
        Prf prf = AesParts.prf(bytes("Jefe"));

        assertThat(HexFormat.of().formatHex(prf.of(bytes("what do ya want "), bytes("for nothing?"))))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    /** NIST SP 800-38A, F.5.5 (AES-256 in counter mode), first block. */
    @Test
    void theCounterIsThatOfTheStandard() {
        Counter counter = AesParts.counter(hex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"));

        assertThat(HexFormat.of()
                        .formatHex(counter.apply(
                                hex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"), hex("6bc1bee22e409f96e93d7e117393172a"), 0)))
                .isEqualTo("601ec313775789a5b7a7f504bbf3d228");
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
