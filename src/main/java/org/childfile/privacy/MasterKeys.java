package org.childfile.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.childfile.privacy.Aead.Changed;

/**
 * Master keys that the operator keeps: in the variable {@value #VARIABLE}, else in {@code keys/master.key} of the home. Both
 * hold one or several keys of 32 bytes in Base64, {@code ID:BASE64} or {@code BASE64}, between commas or lines, the newest
 * first; one without an id is called by its fingerprint. The file is its owner's alone ({@code chmod 600}).
 */
public final class MasterKeys implements KeySource {

    public static final String VARIABLE = "CHILDFILE_MASTER_KEY";

    private static final int BYTES = 32;
    private static final String WRAP = "wrap";

    private final Path file;
    private final String variable;

    private MasterKeys(Path file, String variable) {
        this.file = file;
        this.variable = variable;
    }

    /** Reads nothing yet. A first key is made in the file when a warehouse is to be sealed and there is none. */
    public static MasterKeys of(Path home, Map<String, String> environment) {
        return new MasterKeys(home.resolve("keys").resolve("master.key"), environment.getOrDefault(VARIABLE, ""));
    }

    @Override
    public String newest() {
        return keysOrFirst().keySet().iterator().next();
    }

    @Override
    public byte[] wrap(Suite suite, byte[] dataKey, byte[] context) {
        byte[] out = new byte[Aead.NONCE_BYTES + dataKey.length + Aead.TAG_BYTES];
        byte[] nonce = random(Aead.NONCE_BYTES);
        System.arraycopy(nonce, 0, out, 0, nonce.length);
        suite.aead(newestKey(), WRAP).seal(nonce, context, dataKey, out, Aead.NONCE_BYTES);
        return out;
    }

    @Override
    public byte[] unwrap(String master, Suite suite, byte[] wrapped, byte[] context) {
        Map<String, byte[]> keys = keys();
        byte[] key = keys.get(master);
        if (key == null) {
            throw new KeysUnusable(place()
                    + (keys.isEmpty() ? ": there is no master key" : ": the master key " + master + " is missing")
                    + ", but the warehouse is sealed with it (" + master + "). Bring it back from its safe copy"
                    + " to that place, or set " + VARIABLE + "; without it nothing sealed can be opened");
        }
        try {
            byte[] nonce = java.util.Arrays.copyOf(wrapped, Aead.NONCE_BYTES);
            return suite.aead(key, WRAP).open(nonce, context, wrapped, Aead.NONCE_BYTES);
        } catch (Changed e) {
            throw new KeysUnusable(place() + ": the master key " + master
                    + " is not the one that the warehouse was sealed with. Bring that one back from its safe copy");
        }
    }

    @Override
    public byte[] derive(Suite suite, String purpose) {
        return suite.derive(newestKey(), purpose, BYTES);
    }

    private byte[] newestKey() {
        return keysOrFirst().values().iterator().next();
    }

    private Map<String, byte[]> keysOrFirst() {
        Map<String, byte[]> keys = keys();
        if (!keys.isEmpty()) {
            return keys;
        }
        makeFile();
        return keys();
    }

    private Map<String, byte[]> keys() {
        if (!variable.isBlank()) {
            return parse(variable);
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

    private Map<String, byte[]> parse(String text) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String part : text.split("[,\\n]", -1)) {
            String entry = part.strip();
            if (!entry.isEmpty() && !entry.startsWith("#")) {
                int colon = entry.indexOf(':');
                byte[] key = decoded(entry.substring(colon + 1).strip());
                String id = colon > 0 ? entry.substring(0, colon).strip() : fingerprint(key);
                if (keys.put(id, key) != null) {
                    throw new KeysUnusable(place() + ": two master keys are called " + id);
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
            throw new KeysUnusable(place() + ": a master key is 32 bytes in Base64, written BASE64 or ID:BASE64."
                    + " Make one with: openssl rand -base64 32");
        }
        return key;
    }

    private static String fingerprint(byte[] key) {
        return HexFormat.of().formatHex(Suite.AES.derive(key, "fingerprint", 4));
    }

    /** Whoever of several processes comes first makes the key; none sees half of one. */
    private void makeFile() {
        try {
            Path directory = Files.createDirectories(
                    file.toAbsolutePath().getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path whole = Files.createTempFile(
                    directory,
                    "master",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            byte[] key = random(BYTES);
            String line = fingerprint(key) + ":" + Base64.getEncoder().encodeToString(key) + "\n";
            Files.write(whole, line.getBytes(StandardCharsets.US_ASCII));
            try {
                Files.createLink(file, whole);
            } catch (FileAlreadyExistsException e) {
                return;
            } finally {
                Files.delete(whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the master key cannot be kept in " + file, e);
        }
    }

    private String place() {
        return variable.isBlank() ? file.toString() : VARIABLE;
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
