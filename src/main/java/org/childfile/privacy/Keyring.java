package org.childfile.privacy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.childfile.privacy.Aead.Changed;
import org.childfile.privacy.WrappedKey.Kind;
import org.childfile.privacy.WrappedKey.State;

/**
 * The keys of a warehouse, open: what is written is sealed with the current data key, what is read says by itself which key
 * it needs. A sealed value is
 *
 * <pre>version and cipher (1 byte) | key id (2) | random nonce (12) | text and tag (its length + 16)</pre>
 *
 * with header and context as associated data. Safe for many threads. A key that another process made since is read when it
 * is first met.
 */
public final class Keyring implements Sealer, BlindIndex {

    /** What a sealed value is longer than its text. */
    public static final int OVERHEAD = 3 + Aead.NONCE_BYTES + Aead.TAG_BYTES;

    private static final int HEADER = 3;
    private static final int VERSION = 1 << 4;
    private static final int SECRET_BYTES = 32;
    private static final int MOST_KEYS = 0xFFFF;
    private static final String SEAL = "seal";

    private final KeySource source;
    private final DataKeys kept;
    private final Suite suite;
    private final Object reading = new Object();
    private volatile Opened opened;

    private Keyring(KeySource source, DataKeys kept, Suite suite, Opened opened) {
        this.source = source;
        this.kept = kept;
        this.suite = suite;
        this.opened = opened;
    }

    /** The keys at one moment. */
    private record Opened(
            List<WrappedKey> all,
            int current,
            Map<Integer, Suite> suites,
            Map<Integer, Aead> ciphers,
            Prf index,
            Prf digest,
            byte[] numbers,
            KeyTokens tokens) {}

    /**
     * Opens the keys of a warehouse; makes the first ones in a new one.
     *
     * @param suite the cipher of keys that are made from now on; what there is keeps its own
     * @throws KeysUnusable if they cannot be opened
     */
    public static Keyring open(KeySource source, DataKeys kept, Suite suite) {
        return new Keyring(source, kept, suite, read(source, kept, suite));
    }

    /** Reads the keys anew: another process may have made some. */
    public void refresh() {
        synchronized (reading) {
            opened = read(source, kept, suite);
        }
    }

    private static Opened read(KeySource source, DataKeys kept, Suite suite) {
        List<WrappedKey> all = kept.all();
        if (all.isEmpty()) {
            kept.begin(List.of(
                    WrappedKey.wrap(1, Kind.SEAL, suite, random(SECRET_BYTES), source),
                    WrappedKey.wrap(2, Kind.INDEX, suite, source.derive(suite, "index"), source)));
            all = kept.all();
        }
        Map<Integer, Suite> suites = new HashMap<>();
        Map<Integer, Aead> ciphers = new HashMap<>();
        int current = 0;
        WrappedKey index = null;
        for (WrappedKey key : all) {
            if (key.kind() == Kind.INDEX) {
                index = key;
            } else {
                suites.put(key.id(), key.suite());
                ciphers.put(key.id(), key.suite().aead(key.unwrap(source), SEAL));
                current = key.state() == State.CURRENT ? key.id() : current;
            }
        }
        if (index == null || current == 0) {
            throw new KeysUnusable("privacy.data_key holds no current key. Restore the database from its backup");
        }
        byte[] secret = index.unwrap(source);
        return new Opened(
                List.copyOf(all),
                current,
                Map.copyOf(suites),
                Map.copyOf(ciphers),
                index.suite().prf(secret, "blind index"),
                index.suite().prf(secret, "digest"),
                index.suite().derive(secret, "numbers", 16),
                new KeyTokens(index.suite(), secret, kept.sealedFeeds()));
    }

    @Override
    public byte[] seal(byte[] plain, byte[] context) {
        Opened keys = opened;
        byte[] out = new byte[plain.length + OVERHEAD];
        out[0] = (byte) (VERSION | suite(keys, keys.current()).code());
        out[1] = (byte) (keys.current() >>> Byte.SIZE);
        out[2] = (byte) keys.current();
        byte[] nonce = Nonces.next();
        System.arraycopy(nonce, 0, out, HEADER, nonce.length);
        cipher(keys, keys.current()).seal(nonce, bound(out, context), plain, out, HEADER + nonce.length);
        return out;
    }

    @Override
    public byte[] open(byte[] sealed, byte[] context) {
        int id = keyOf(sealed);
        Opened keys = opened;
        if (!keys.ciphers().containsKey(id)) {
            refresh();
            keys = opened;
        }
        Aead cipher = cipher(keys, id);
        byte[] nonce = Arrays.copyOfRange(sealed, HEADER, HEADER + Aead.NONCE_BYTES);
        try {
            if (sealed[0] != (byte) (VERSION | suite(keys, id).code())) {
                throw new Changed(new IllegalArgumentException("another cipher than that of its key"));
            }
            return cipher.open(nonce, bound(sealed, context), sealed, HEADER + Aead.NONCE_BYTES);
        } catch (Changed e) {
            throw new IllegalStateException(
                    "a sealed value was changed, or belongs elsewhere: "
                            + new String(context, StandardCharsets.UTF_8).replace('\0', ' '),
                    e);
        }
    }

    /** The id of the key that a value was sealed with. */
    private static int keyOf(byte[] sealed) {
        if (sealed.length < OVERHEAD) {
            throw new IllegalStateException("a value that is too short to be a sealed one");
        }
        return (sealed[1] & 0xFF) << Byte.SIZE | sealed[2] & 0xFF;
    }

    private static Aead cipher(Opened keys, int id) {
        return Optional.ofNullable(keys.ciphers().get(id))
                .orElseThrow(() -> new KeysUnusable("privacy.data_key: the key " + id
                        + " is missing, but values are sealed with it. Restore the database from its backup"));
    }

    private static Suite suite(Opened keys, int id) {
        return Optional.ofNullable(keys.suites().get(id)).orElseThrow();
    }

    private static byte[] bound(byte[] sealed, byte[] context) {
        byte[] bound = new byte[HEADER + context.length];
        System.arraycopy(sealed, 0, bound, 0, HEADER);
        System.arraycopy(context, 0, bound, HEADER, context.length);
        return bound;
    }

    @Override
    public byte[] of(String kind, String text) {
        return Arrays.copyOf(opened.index().of((kind + '\0' + text).getBytes(StandardCharsets.UTF_8)), 16);
    }

    /** The keyed digest of a content, 32 bytes: tells whether it changed, and nothing of what it is. */
    public byte[] digest(byte[] content) {
        return opened.digest().of(content);
    }

    /** For numbers that stand for values. */
    public ShortDigest numbers() {
        return new ShortDigest(opened.numbers());
    }

    /** For keys of source records. */
    public KeyTokens tokens() {
        return opened.tokens();
    }

    /** The data keys as they lie in the warehouse, by id. */
    public List<WrappedKey> keys() {
        return opened.all();
    }

    /** The id of the key that values are sealed with now. */
    public int current() {
        return opened.current();
    }

    /** A key to take the place of the current one. */
    public WrappedKey next() {
        int id = opened.all().stream().mapToInt(WrappedKey::id).max().orElse(0) + 1;
        if (id > MOST_KEYS) {
            throw new IllegalStateException("a warehouse has at most " + MOST_KEYS + " data keys");
        }
        return WrappedKey.wrap(id, Kind.SEAL, suite, random(SECRET_BYTES), source);
    }

    /** The keys that are not wrapped by the newest master key, wrapped by it. */
    public List<WrappedKey> rewrapped() {
        String newest = source.newest();
        List<WrappedKey> rewrapped = new ArrayList<>();
        for (WrappedKey key : opened.all()) {
            if (!key.master().equals(newest)) {
                WrappedKey fresh = WrappedKey.wrap(key.id(), key.kind(), key.suite(), key.unwrap(source), source);
                rewrapped.add(new WrappedKey(
                        key.id(), key.kind(), key.suite(), fresh.master(), fresh.wrapped(), key.state()));
            }
        }
        return List.copyOf(rewrapped);
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }

    /** Has the keys of a feed stand in tables as tokens from now on; to be said before its first record is written. */
    public void sealKeysOf(String feed) {
        if (!opened.tokens().seals(feed)) {
            kept.sealKeysOf(feed);
            refresh();
        }
    }
}
