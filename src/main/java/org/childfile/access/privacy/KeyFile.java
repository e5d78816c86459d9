package org.childfile.access.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.childfile.storage.PrivateFiles;

/**
 * Keys that the operator keeps: in a variable, else in a file of {@code $CHILDFILE_HOME/keys}. Both hold one or several keys
 * of 32 bytes in Base64, {@code ID:BASE64} or {@code BASE64}, between commas or lines, the newest first; one without an id is
 * called by its fingerprint. The file is its owner's alone ({@code chmod 600}).
 *
 * @param kind what the keys are, for messages: {@code master key}
 * @param text what the variable holds; blank where it is not set
 */
record KeyFile(String kind, Path file, String variable, String text) {

    private static final int BYTES = 32;

    /** The keys by name, the newest first; a first one is made in the file where there is none. */
    Map<String, byte[]> keysOrFirst() {
        Map<String, byte[]> keys = keys();
        if (!keys.isEmpty()) {
            return keys;
        }
        makeFile();
        return keys();
    }

    /** The keys by name, the newest first; none where nothing was kept yet. */
    Map<String, byte[]> keys() {
        if (!text.isBlank()) {
            return parse(text);
        }
        try {
            if (!Files.exists(file)) {
                return Map.of();
            }
            OwnersFile.require(file);
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new KeysUnusable(file + ": cannot be read (" + e.getClass().getSimpleName()
                    + "). It is to be readable by who runs the program, and by nobody else");
        }
    }

    /** Where the keys are, for messages. */
    String place() {
        return text.isBlank() ? file.toString() : variable;
    }

    private Map<String, byte[]> parse(String from) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String part : from.split("[,\\n]", -1)) {
            String entry = part.strip();
            if (!entry.isEmpty() && !entry.startsWith("#")) {
                int colon = entry.indexOf(':');
                byte[] key = decoded(entry.substring(colon + 1).strip());
                String id = colon > 0 ? entry.substring(0, colon).strip() : fingerprint(key);
                if (keys.put(id, key) != null) {
                    throw new KeysUnusable(place() + ": two " + kind + "s are called " + id);
                }
            }
        }
        return Collections.unmodifiableMap(keys);
    }

    private byte[] decoded(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            key = new byte[0];
        }
        if (key.length != BYTES) {
            throw new KeysUnusable(place() + ": " + (kind.startsWith("a") ? "an " : "a ") + kind
                    + " is 32 bytes in Base64, written BASE64 or ID:BASE64. Make one with: openssl rand -base64 32");
        }
        return key;
    }

    private static String fingerprint(byte[] key) {
        return HexFormat.of().formatHex(Suite.AES.derive(key, "fingerprint", 4));
    }

    /** Whoever of several processes comes first makes the key; none sees half of one. */
    private void makeFile() {
        try {
            PrivateFiles.folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            byte[] key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            PrivateFiles.writeFirst(
                    file, fingerprint(key) + ":" + Base64.getEncoder().encodeToString(key) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the " + kind + " cannot be kept in " + file, e);
        }
    }
}
