package org.childfile.access.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.childfile.access.privacy.Aead.Changed;
import org.childfile.access.privacy.SubjectKeys.Leaf;

/**
 * Sealed values as bytes:
 *
 * <pre>version and cipher (1 byte) | key id (2) | leaf (8) | random nonce (12) | text and tag (its length + 16)</pre>
 *
 * with header and context as associated data. The leaf, where the subject's half of the key is in the {@link ErasureTree}, is
 * in values of version 2; those of version 1 are sealed with the data key alone.
 *
 * @param current the id of the data key that seals
 */
record SealedValues(int current, Map<Integer, DataKey> keys, SubjectKeys subjects) {

    private static final int HEADER = 3;
    private static final int ALONE = 1 << 4;
    private static final int OF_SUBJECT = 2 << 4;

    static final int OVERHEAD = HEADER + Aead.NONCE_BYTES + Aead.TAG_BYTES;

    SealedValues {
        keys = Map.copyOf(keys);
    }

    /** Whether the key of a value is among these. */
    boolean knows(byte[] sealed) {
        return keys.containsKey(keyOf(sealed));
    }

    byte[] seal(byte[] plain, byte[] context) {
        DataKey key = key(current);
        byte[] header = header(ALONE, key, HEADER).array();
        return sealed(key.alone(), header, plain, context);
    }

    byte[] seal(byte[] plain, byte[] context, Subject subject) {
        return seal(plain, context, subjects.leaf(subject));
    }

    private byte[] seal(byte[] plain, byte[] context, Leaf leaf) {
        DataKey key = key(current);
        byte[] header = header(OF_SUBJECT, key, HEADER + Long.BYTES)
                .putLong(leaf.path())
                .array();
        return sealed(key.with(leaf.half()), header, plain, context);
    }

    private ByteBuffer header(int version, DataKey key, int bytes) {
        return ByteBuffer.allocate(bytes)
                .put((byte) (version | key.suite().code()))
                .putShort((short) current);
    }

    private static byte[] sealed(Aead cipher, byte[] header, byte[] plain, byte[] context) {
        byte[] nonce = Nonces.next();
        int text = header.length + nonce.length;
        byte[] out = Arrays.copyOf(header, text + plain.length + Aead.TAG_BYTES);
        System.arraycopy(nonce, 0, out, header.length, nonce.length);
        cipher.seal(nonce, bound(out, header.length, context), plain, out, text);
        return out;
    }

    /** The same value, sealed with the current data key, of the same subject. */
    byte[] sealAnew(byte[] sealed, byte[] context) {
        byte[] plain = open(sealed, context);
        return ofSubject(sealed) ? seal(plain, context, leaf(sealed, context)) : seal(plain, context);
    }

    /**
     * Opens a value.
     *
     * @throws DamagedValue if it is not what was written
     * @throws KeysUnusable if its key is lost
     */
    byte[] open(byte[] sealed, byte[] context) {
        int id = keyOf(sealed);
        // Keys are numbered without gaps, so one behind the last was never made: the number was changed.
        if (id < 1 || keys.keySet().stream().allMatch(known -> known < id)) {
            throw new DamagedValue(place(context), new IllegalArgumentException("no key ever had its number"));
        }
        DataKey key = key(id);
        boolean ofSubject = ofSubject(sealed);
        int header = ofSubject ? HEADER + Long.BYTES : HEADER;
        try {
            if (sealed[0]
                            != (byte) ((ofSubject ? OF_SUBJECT : ALONE)
                                    | key.suite().code())
                    || sealed.length < header + Aead.NONCE_BYTES + Aead.TAG_BYTES) {
                throw new Changed(new IllegalArgumentException("another cipher than that of its key"));
            }
            Aead cipher = ofSubject ? key.with(leaf(sealed, context).half()) : key.alone();
            byte[] nonce = Arrays.copyOfRange(sealed, header, header + Aead.NONCE_BYTES);
            return cipher.open(nonce, bound(sealed, header, context), sealed, header + Aead.NONCE_BYTES);
        } catch (Changed e) {
            throw new DamagedValue(place(context), e);
        }
    }

    private static boolean ofSubject(byte[] sealed) {
        return (sealed[0] & 0xF0) == OF_SUBJECT;
    }

    /** The leaf that a value of a subject names. */
    private Leaf leaf(byte[] sealed, byte[] context) {
        long path = ByteBuffer.wrap(sealed).getLong(HEADER);
        return new Leaf(path, subjects.leaf(path).orElseThrow(() -> new KeyDestroyed(place(context))));
    }

    private static String place(byte[] context) {
        return new String(context, StandardCharsets.UTF_8).replace('\0', ' ');
    }

    /** The id of the key that a value was sealed with. */
    private static int keyOf(byte[] sealed) {
        if (sealed.length < OVERHEAD) {
            throw new DamagedValue("a value that is too short to be a sealed one");
        }
        return Short.toUnsignedInt(ByteBuffer.wrap(sealed).getShort(1));
    }

    private DataKey key(int id) {
        return Optional.ofNullable(keys.get(id))
                .orElseThrow(() -> new KeysUnusable("privacy.data_key: the key " + id
                        + " is missing, but values are sealed with it. Restore the database from its backup"));
    }

    private static byte[] bound(byte[] sealed, int header, byte[] context) {
        byte[] bound = Arrays.copyOf(sealed, header + context.length);
        System.arraycopy(context, 0, bound, header, context.length);
        return bound;
    }
}
