package org.childfile.access.erasure;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.Subject;
import org.childfile.kernel.SourceKey;

/**
 * What is left of forgotten persons: keyed hashes of their records' keys and of their id numbers, by which landing and mapping
 * know their records when they come again. A token, {@code forgotten:} and the hash in hexadecimal digits, stands where the
 * key stood. A key is the one that stands in the tables: {@link org.childfile.access.privacy.KeyTokens#stored}.
 */
public final class Tombstones {

    static final String MARK = "forgotten:";
    private static final String NUMBER = "";

    private final TombstoneStore store;
    private final Keyring keys;

    public Tombstones(DataSource dataSource, Keyring keys) {
        this.store = new TombstoneStore(dataSource);
        this.keys = keys;
    }

    /** Who of one feed is forgotten, as of when it was asked for. */
    public static final class Forgotten {
        private final Tombstones tombstones;
        private final String feed;
        private final Set<String> keys;
        private final Set<String> numbers;

        private Forgotten(Tombstones tombstones, String feed, Set<String> keys, Set<String> numbers) {
            this.tombstones = tombstones;
            this.feed = feed;
            this.keys = keys;
            this.numbers = numbers;
        }

        /** The token that stands for a key; empty for one of nobody forgotten. */
        public Optional<String> token(String key) {
            return keys.isEmpty()
                    ? Optional.empty()
                    : Optional.of(tombstones.token(new SourceKey(feed, key))).filter(keys::contains);
        }

        /** Whether somebody forgotten had this id number. */
        public boolean hadNumber(String number) {
            return !numbers.isEmpty() && numbers.contains(tombstones.numberToken(number));
        }
    }

    /** Who of a feed is forgotten. */
    public Forgotten of(String feed) {
        return new Forgotten(this, feed, store.tokens(feed), store.tokens(NUMBER));
    }

    /**
     * Empties records that mapping knew by their id number, in the caller's transaction, unless they belong to somebody who
     * lives. From now on landing knows them by their keys.
     *
     * @param blank the hash that landing gives to an empty record
     */
    public void bury(String feed, List<String> keys, byte[] blank) {
        if (!keys.isEmpty()) {
            List<String> tokens =
                    keys.stream().map(key -> token(new SourceKey(feed, key))).toList();
            List<String> buried = store.bury(feed, keys, tokens, blank);
            this.keys.doom(buried.stream().map(key -> Subject.record(feed, key)).toList());
        }
    }

    /** Notes how many records of forgotten persons a pull brought again. */
    public void returned(long pull, int records) {
        store.returned(pull, records);
    }

    /** Notes the keys and the id numbers of a person who is being forgotten. */
    void note(List<SourceKey> keys, Set<String> numbers) {
        keys.forEach(key -> store.note(key.feed(), token(key)));
        numbers.forEach(number -> store.note(NUMBER, numberToken(number)));
    }

    String token(SourceKey key) {
        return token("key of " + key.feed(), key.key());
    }

    private String numberToken(String number) {
        return token("forgotten id_number", number);
    }

    private String token(String kind, String text) {
        return MARK + HexFormat.of().formatHex(keys.of(kind, text));
    }
}
