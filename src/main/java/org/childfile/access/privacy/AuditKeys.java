package org.childfile.access.privacy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which the access log is bound (HMAC): outside the database, so that whoever owns that cannot reckon the chain
 * anew. They lie in the variable {@value #VARIABLE}, else in {@code keys/audit.key} of the home, the newest first: that one
 * binds what is recorded, and every one of them proves what was bound with it. A first one is made where there is none.
 */
public final class AuditKeys {

    public static final String VARIABLE = "CHILDFILE_AUDIT_KEY";

    private static final String PURPOSE = "access log";

    private final KeyFile kept;
    private final Suite suite;
    /** Of what was read so far. */
    private final Object lock = new Object();

    private @Nullable String newest;
    private @Nullable Map<String, Prf> known;

    private AuditKeys(KeyFile kept, Suite suite) {
        this.kept = kept;
        this.suite = suite;
    }

    /**
     * Reads nothing yet.
     *
     * @throws KeysUnusable if the environment names no known cipher
     */
    public static AuditKeys of(Path home, Map<String, String> environment) {
        KeyFile kept = new KeyFile(
                "audit key",
                home.resolve("keys").resolve("audit.key"),
                VARIABLE,
                environment.getOrDefault(VARIABLE, ""));
        return new AuditKeys(kept, Suite.chosen(environment));
    }

    /**
     * The name of the key that binds, as long as this process lives: the digest and the key's own name, {@code
     * hmac-sha256:3fa9c1d2}.
     */
    public String newest() {
        synchronized (lock) {
            String name = newest;
            if (name == null) {
                name = written(suite) + ":"
                        + kept.keysOrFirst().keySet().iterator().next();
                newest = name;
                known = null;
            }
            return name;
        }
    }

    /**
     * The keyed digest of a text.
     *
     * @param name as {@link #newest} gives it
     * @return 32 bytes; empty where that key is not here
     */
    public Optional<byte[]> digest(String name, byte[]... parts) {
        return Optional.ofNullable(known().get(name)).map(prf -> prf.of(parts));
    }

    /** Every key that is here, for each digest. */
    private Map<String, Prf> known() {
        synchronized (lock) {
            Map<String, Prf> all = known;
            if (all == null) {
                Map<String, Prf> read = new HashMap<>();
                kept.keys().forEach((id, key) -> {
                    for (Suite each : Suite.values()) {
                        read.put(written(each) + ":" + id, each.prf(key, PURPOSE));
                    }
                });
                all = Map.copyOf(read);
                known = all;
            }
            return all;
        }
    }

    private static String written(Suite suite) {
        return switch (suite) {
            case AES -> "hmac-sha256";
            case SM4 -> "hmac-sm3";
        };
    }
}
