package org.childfile.ingest.push;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of pushes in the way of the Standard Webhooks specification (standardwebhooks.com, version 1): HMAC-SHA256 over
 * {@code ID.TIMESTAMP.BODY}, in Base64, as one of the entries {@code v1,…} of the header. A secret is {@code whsec_} and 24
 * to 64 bytes in Base64.
 */
final class Signature {

    /** How far a time stamp may lie from the program's clock, either way. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final int SHORTEST_SECRET = 24;
    private static final int LONGEST_SECRET = 64;
    private static final int MOST_SIGNATURES = 10;
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private Signature() {}

    /** The three headers of a push; an absent one is empty. */
    record Headers(String id, String timestamp, String signature) {}

    /** The bytes of a secret; empty for a text that is none. */
    static Optional<byte[]> key(String secret) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "");
            return Optional.of(key).filter(each -> each.length >= SHORTEST_SECRET && each.length <= LONGEST_SECRET);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether one of the keys signed this body, not longer ago than is allowed. Takes as long whichever it was. */
    static boolean holds(List<byte[]> keys, Headers headers, byte[] body, Instant now) {
        if (!ID.matcher(headers.id()).matches()
                || !SECONDS.matcher(headers.timestamp()).matches()) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(headers.timestamp())), now);
        if (age.abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        List<byte[]> given = Arrays.stream(headers.signature().split(" ", MOST_SIGNATURES + 1))
                .limit(MOST_SIGNATURES)
                .filter(each -> each.startsWith(VERSION))
                .map(each -> each.substring(VERSION.length()).getBytes(StandardCharsets.UTF_8))
                .toList();
        boolean found = false;
        for (byte[] key : keys) {
            byte[] expected = Base64.getEncoder().encode(sign(key, headers, body));
            for (byte[] each : given) {
                found |= MessageDigest.isEqual(expected, each);
            }
        }
        return found;
    }

    private static byte[] sign(byte[] key, Headers headers, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((headers.id() + "." + headers.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }
}
