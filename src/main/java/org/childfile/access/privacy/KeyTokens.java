package org.childfile.access.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childfile.kernel.SourceKey;

/**
 * Keys of source records that hold an id number, as tokens that stay the same: {@code ~} and Base64 (URL) of a synthetic
 * vector and the key in counter mode. The vector is a keyed digest of feed and key, and proves both when it is opened.
 *
 * <p>Source: RFC 5297 (SIV), with HMAC for CMAC.
 */
public final class KeyTokens {

    private static final String MARK = "~";
    private static final Pattern TOKEN = Pattern.compile("~[A-Za-z0-9_-]{24,}");

    private final Prf digest;
    private final Counter counter;
    private final Set<String> feeds;

    KeyTokens(Suite suite, byte[] secret, Set<String> feeds) {
        this.digest = suite.prf(secret, "token digest");
        this.counter = suite.counter(secret, "token");
        this.feeds = Set.copyOf(feeds);
    }

    /** Whether the keys of a feed are sealed. */
    public boolean seals(String feed) {
        return feeds.contains(feed);
    }

    /** A key as it stands in tables: a token where the keys of its feed are sealed. */
    public SourceKey stored(SourceKey key) {
        return feeds.contains(key.feed()) ? new SourceKey(key.feed(), seal(key.feed(), key.key())) : key;
    }

    /** A key as its department writes it, of one that stands in a table. */
    public SourceKey clear(String feed, String stored) {
        return new SourceKey(
                feed,
                stored.startsWith(MARK) && feeds.contains(feed)
                        ? open(feed, stored).orElse(stored)
                        : stored);
    }

    /** Whether a text may hold a token. */
    public static boolean stand(String text) {
        return text.contains(MARK) && TOKEN.matcher(text).find();
    }

    /** A text in which every token is opened. */
    public String clear(String text) {
        return TOKEN.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(feeds.stream()
                        .flatMap(feed -> open(feed, found.group()).stream())
                        .findFirst()
                        .orElse(found.group())));
    }

    String seal(String feed, String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        byte[] vector = vector(feed, text);
        byte[] sealed = counter.apply(vector, text, 0);
        byte[] token = Arrays.copyOf(vector, vector.length + sealed.length);
        System.arraycopy(sealed, 0, token, vector.length, sealed.length);
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private Optional<String> open(String feed, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token.substring(MARK.length()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length <= Counter.VECTOR_BYTES) {
            return Optional.empty();
        }
        byte[] vector = Arrays.copyOf(bytes, Counter.VECTOR_BYTES);
        byte[] text = counter.apply(vector, bytes, Counter.VECTOR_BYTES);
        return java.security.MessageDigest.isEqual(vector, vector(feed, text))
                ? Optional.of(new String(text, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] vector(String feed, byte[] key) {
        return Arrays.copyOf(digest.of((feed + '\0').getBytes(StandardCharsets.UTF_8), key), Counter.VECTOR_BYTES);
    }
}
