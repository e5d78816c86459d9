package org.childfile.kernel;

import java.util.Comparator;

/**
 * The key of a source record: unique over all feeds and nights.
 *
 * @param feed the name of the feed, such as {@code civil-affairs}; no slash in it
 * @param key the feed's own key, several fields joined with {@code |}
 */
public record SourceKey(String feed, String key) implements Comparable<SourceKey> {

    private static final Comparator<SourceKey> ORDER =
            Comparator.comparing(SourceKey::feed).thenComparing(SourceKey::key);

    public SourceKey {
        if (feed.isEmpty() || feed.indexOf('/') >= 0 || key.isEmpty()) {
            throw new IllegalArgumentException("a source key needs a feed without a slash, and a key");
        }
    }

    /** Reads what {@link #toString()} writes. */
    public static SourceKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a source key is written feed/key");
        }
        return new SourceKey(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(SourceKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return feed + "/" + key;
    }
}
