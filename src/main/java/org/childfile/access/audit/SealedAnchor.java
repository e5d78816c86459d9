package org.childfile.access.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.childfile.access.privacy.AuditKeys;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An anchor as it is sent to where the database's owner cannot rewrite it: sealed by the key of the log, so that nobody without
 * the key can make one that says something else.
 *
 * @param run the run at whose end it was taken
 * @param key the name of the key
 * @param seal the keyed digest of the rest, in hexadecimal digits
 */
public record SealedAnchor(String run, Instant at, long count, String hash, String key, String seal) {

    private static final String KIND = "audit-anchor";
    private static final String LABEL = "childfile anchor ";

    /** Seals an anchor with the newest key. */
    static SealedAnchor of(AuditKeys keys, String run, Instant at, Anchor anchor) {
        String key = keys.newest();
        byte[] seal = seal(keys, run, at, anchor.count(), anchor.hash(), key).orElseThrow();
        return new SealedAnchor(
                run, at, anchor.count(), anchor.hash(), key, HexFormat.of().formatHex(seal));
    }

    /** As one line of JSON. */
    public String line() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("childfile", KIND);
        line.put("run", run);
        line.put("at", at.toString());
        line.put("count", count);
        line.put("hash", hash);
        line.put("key", key);
        line.put("seal", seal);
        return JsonMapper.shared().writeValueAsString(line);
    }

    /** Whether a line of a file, or of a log of many things, means to be an anchor. */
    public static boolean stands(String line) {
        return line.contains("\"childfile\":\"" + KIND + "\"");
    }

    /** Reads what {@link #line} gives, whatever stands before it; empty where it is no whole anchor. */
    public static Optional<SealedAnchor> parse(String line) {
        try {
            JsonNode node = JsonMapper.shared().readTree(line.substring(Math.max(0, line.indexOf('{'))));
            SealedAnchor read = new SealedAnchor(
                    node.path("run").stringValue(""),
                    Instant.parse(node.path("at").stringValue("")),
                    node.path("count").longValue(-1),
                    node.path("hash").stringValue(""),
                    node.path("key").stringValue(""),
                    node.path("seal").stringValue(""));
            return read.count() >= 0
                            && read.hash().matches("([0-9a-f]{64})?")
                            && read.seal().matches("[0-9a-f]{64}")
                    ? Optional.of(read)
                    : Optional.empty();
        } catch (JacksonException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether a key that is here sealed it as it stands. */
    public boolean isSealedBy(AuditKeys keys) {
        return seal(keys, run, at, count, hash, key)
                .filter(found -> MessageDigest.isEqual(found, HexFormat.of().parseHex(seal)))
                .isPresent();
    }

    /** What is compared with the log. */
    public Anchor anchor() {
        return new Anchor(run, count, hash);
    }

    private static Optional<byte[]> seal(AuditKeys keys, String run, Instant at, long count, String hash, String key) {
        String said = JsonMapper.shared().writeValueAsString(List.of(run, at.toString(), count, hash, key));
        return keys.digest(key, (LABEL + said).getBytes(StandardCharsets.UTF_8));
    }
}
