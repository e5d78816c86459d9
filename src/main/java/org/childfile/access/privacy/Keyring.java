package org.childfile.access.privacy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.access.privacy.WrappedKey.Kind;
import org.childfile.access.privacy.WrappedKey.State;

/**
 * The keys of a warehouse, open: what is written is sealed with the current data key, what is read says by itself which key
 * it needs ({@link SealedValues}). Safe for many threads. A key that another process made since is read when it is first met.
 */
public final class Keyring implements Sealer, BlindIndex {

    /** What a value that is sealed with a data key alone is longer than its text. */
    public static final int OVERHEAD = SealedValues.OVERHEAD;

    private static final int SECRET_BYTES = 32;
    private static final int MOST_KEYS = 0xFFFF;

    private final KeySource source;
    private final DataKeys kept;
    private final ErasureTree tree;
    private final Suite suite;
    private final Object reading = new Object();
    private volatile Opened opened;

    private Keyring(KeySource source, DataKeys kept, ErasureTree tree, Suite suite) {
        this.source = source;
        this.kept = kept;
        this.tree = tree;
        this.suite = suite;
        this.opened = read();
    }

    /** The keys at one moment. */
    private record Opened(
            List<WrappedKey> all,
            SealedValues values,
            Prf index,
            Prf digest,
            byte[] numbers,
            KeyTokens tokens,
            SealedTexts texts) {}

    /**
     * Opens the keys of a warehouse; makes the first ones in a new one. What was to be destroyed and is not yet is destroyed.
     *
     * @param suite the cipher of keys that are made from now on; what there is keeps its own
     * @throws KeysUnusable if they cannot be opened
     */
    public static Keyring open(KeySource source, DataKeys kept, ErasureTree tree, Suite suite) {
        Keyring keys = new Keyring(source, kept, tree, suite);
        keys.destroyDoomed();
        return keys;
    }

    /** Reads the keys anew: another process may have made some. */
    public void refresh() {
        synchronized (reading) {
            tree.look();
            opened = read();
        }
    }

    private Opened read() {
        List<WrappedKey> all = kept.all();
        if (all.isEmpty()) {
            kept.begin(List.of(
                    WrappedKey.wrap(1, Kind.SEAL, suite, random(SECRET_BYTES), source),
                    WrappedKey.wrap(2, Kind.INDEX, suite, source.derive(suite, "index"), source)));
            all = kept.all();
        }
        Map<Integer, DataKey> ciphers = new HashMap<>();
        int current = 0;
        WrappedKey index = null;
        for (WrappedKey key : all) {
            if (key.kind() == Kind.INDEX) {
                index = key;
            } else {
                ciphers.put(key.id(), DataKey.of(key.suite(), key.unwrap(source)));
                current = key.state() == State.CURRENT ? key.id() : current;
            }
        }
        if (index == null || current == 0) {
            throw new KeysUnusable("privacy.data_key holds no current key. Restore the database from its backup");
        }
        byte[] secret = index.unwrap(source);
        SubjectKeys subjects = SubjectKeys.open(tree, kept, suite, index.suite().prf(secret, "subjects"));
        return new Opened(
                List.copyOf(all),
                new SealedValues(current, ciphers, subjects),
                index.suite().prf(secret, "blind index"),
                index.suite().prf(secret, "digest"),
                index.suite().derive(secret, "numbers", 16),
                new KeyTokens(index.suite(), secret, kept.sealedFeeds()),
                new SealedTexts(index.suite(), subjects, index.suite().prf(secret, "texts")));
    }

    @Override
    public byte[] seal(byte[] plain, byte[] context) {
        return opened.values().seal(plain, context);
    }

    @Override
    public byte[] seal(byte[] plain, byte[] context, Subject subject) {
        return opened.values().seal(plain, context, subject);
    }

    /** The same value, sealed with the current data key, of the same subject. */
    public byte[] sealAnew(byte[] sealed, byte[] context) {
        return known(sealed).sealAnew(sealed, context);
    }

    /** The same value, sealed of another subject: it stays when the key of the one before is destroyed. */
    public byte[] sealAnew(byte[] sealed, byte[] context, Subject subject) {
        return opened.values().seal(open(sealed, context), context, subject);
    }

    @Override
    public byte[] open(byte[] sealed, byte[] context) {
        return known(sealed).open(sealed, context);
    }

    /** The keys, together with that of a value: another process may have made it. */
    private SealedValues known(byte[] sealed) {
        if (!opened.values().knows(sealed)) {
            refresh();
        }
        return opened.values();
    }

    /**
     * Dooms the keys of subjects, in the caller's transaction: what was sealed of them is lost once that is committed and {@link
     * #destroyDoomed} was called. A program that ends between the two makes up for it when it starts again.
     */
    public void doom(Collection<Subject> subjects) {
        SubjectKeys keys = opened.values().subjects();
        kept.doom(subjects.stream()
                .map(subject -> keys.leaf(subject).path())
                .distinct()
                .toList());
    }

    /** Destroys what is doomed, outside any transaction. */
    public void destroyDoomed() {
        List<Long> paths = kept.doomed();
        if (!paths.isEmpty()) {
            tree.destroy(paths.stream().mapToLong(Long::longValue).toArray());
            kept.destroyed(paths);
        }
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

    /** For sealed values that stand in texts. */
    public SealedTexts texts() {
        return opened.texts();
    }

    /** Whether a text may hold what {@link #clear} opens. */
    public static boolean stand(String text) {
        return KeyTokens.stand(text) || SealedTexts.stand(text);
    }

    /** A text as it is shown to who may see what it holds: with every sealed value and every key of a record opened. */
    public String clear(String text) {
        return texts().clear(tokens().clear(text));
    }

    /** The data keys as they lie in the warehouse, by id. */
    public List<WrappedKey> keys() {
        return opened.all();
    }

    /** The id of the key that values are sealed with now. */
    public int current() {
        return opened.values().current();
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
