package org.childfile.lab.departments;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * SM3 and HMAC-SM3 by the text of the standards, with no library's help, as a department may have written them.
 *
 * <p>Source: GB/T 32905-2016 for the digest, RFC 2104 for the key.
 */
public final class Sm3 {

    private static final int BLOCK = 64;
    private static final int[] START = {
        0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
    };

    private Sm3() {}

    /** The digest, 32 bytes. */
    public static byte[] digest(byte[] message) {
        int[] state = START.clone();
        ByteBuffer blocks = padded(message);
        while (blocks.hasRemaining()) {
            compress(state, blocks);
        }
        ByteBuffer digest = ByteBuffer.allocate(32);
        for (int word : state) {
            digest.putInt(word);
        }
        return digest.array();
    }

    /** Lower-case hex of the keyed digest of a text in UTF-8. */
    public static String hmac(String key, String text) {
        byte[] secret = key.getBytes(StandardCharsets.UTF_8);
        byte[] block = Arrays.copyOf(secret.length > BLOCK ? digest(secret) : secret, BLOCK);
        byte[] inner = digest(joined(masked(block, 0x36), text.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest(joined(masked(block, 0x5c), inner)));
    }

    private static byte[] masked(byte[] block, int mask) {
        byte[] masked = new byte[block.length];
        for (int i = 0; i < block.length; i++) {
            masked[i] = (byte) (block[i] ^ mask);
        }
        return masked;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    /** 5.2: a one bit, zeros, and the length in bits. */
    private static ByteBuffer padded(byte[] message) {
        int blocks = (message.length + 1 + Long.BYTES + BLOCK - 1) / BLOCK;
        ByteBuffer padded = ByteBuffer.allocate(blocks * BLOCK).put(message).put((byte) 0x80);
        return padded.putLong(blocks * BLOCK - Long.BYTES, message.length * 8L).rewind();
    }

    /** 5.3: the next block into the state. */
    private static void compress(int[] state, ByteBuffer blocks) {
        int[] w = expanded(blocks);
        int[] v = state.clone();
        for (int j = 0; j < 64; j++) {
            int turned = Integer.rotateLeft(v[0], 12);
            int ss1 = Integer.rotateLeft(turned + v[4] + Integer.rotateLeft(j < 16 ? 0x79cc4519 : 0x7a879d8a, j), 7);
            int ff = j < 16 ? v[0] ^ v[1] ^ v[2] : v[0] & v[1] | v[0] & v[2] | v[1] & v[2];
            int gg = j < 16 ? v[4] ^ v[5] ^ v[6] : v[4] & v[5] | ~v[4] & v[6];
            int tt1 = ff + v[3] + (ss1 ^ turned) + (w[j] ^ w[j + 4]);
            int tt2 = gg + v[7] + ss1 + w[j];
            v = new int[] {
                tt1,
                v[0],
                Integer.rotateLeft(v[1], 9),
                v[2],
                tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17),
                v[4],
                Integer.rotateLeft(v[5], 19),
                v[6]
            };
        }
        for (int i = 0; i < state.length; i++) {
            state[i] ^= v[i];
        }
    }

    private static int[] expanded(ByteBuffer blocks) {
        int[] w = new int[68];
        for (int j = 0; j < 16; j++) {
            w[j] = blocks.getInt();
        }
        for (int j = 16; j < 68; j++) {
            int x = w[j - 16] ^ w[j - 9] ^ Integer.rotateLeft(w[j - 3], 15);
            w[j] = x
                    ^ Integer.rotateLeft(x, 15)
                    ^ Integer.rotateLeft(x, 23)
                    ^ Integer.rotateLeft(w[j - 13], 7)
                    ^ w[j - 6];
        }
        return w;
    }
}
