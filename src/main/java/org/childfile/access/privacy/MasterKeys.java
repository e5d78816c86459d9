package org.childfile.access.privacy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.childfile.access.privacy.Aead.Changed;

/** Master keys that the operator keeps: in the variable {@value #VARIABLE}, else in {@code keys/master.key} of the home. They
 * are written as {@link KeyFile} says.
 */
public final class MasterKeys implements KeySource {

    public static final String VARIABLE = "CHILDFILE_MASTER_KEY";

    private static final int BYTES = 32;
    private static final String WRAP = "wrap";

    private final KeyFile kept;

    private MasterKeys(KeyFile kept) {
        this.kept = kept;
    }

    /** Reads nothing yet. A first key is made in the file when a warehouse is to be sealed and there is none. */
    public static MasterKeys of(Path home, Map<String, String> environment) {
        return new MasterKeys(new KeyFile(
                "master key",
                home.resolve("keys").resolve("master.key"),
                VARIABLE,
                environment.getOrDefault(VARIABLE, "")));
    }

    @Override
    public String newest() {
        return kept.keysOrFirst().keySet().iterator().next();
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
        Map<String, byte[]> keys = kept.keys();
        byte[] key = keys.get(master);
        if (key == null) {
            throw new KeysUnusable(kept.place()
                    + (keys.isEmpty() ? ": there is no master key" : ": the master key " + master + " is missing")
                    + ", but the warehouse is sealed with it (" + master + "). Bring it back from its safe copy"
                    + " to that place, or set " + VARIABLE + "; without it nothing sealed can be opened");
        }
        try {
            byte[] nonce = java.util.Arrays.copyOf(wrapped, Aead.NONCE_BYTES);
            return suite.aead(key, WRAP).open(nonce, context, wrapped, Aead.NONCE_BYTES);
        } catch (Changed e) {
            throw new KeysUnusable(kept.place() + ": the master key " + master
                    + " is not the one that the warehouse was sealed with. Bring that one back from its safe copy");
        }
    }

    @Override
    public byte[] derive(Suite suite, String purpose) {
        return suite.derive(newestKey(), purpose, BYTES);
    }

    private byte[] newestKey() {
        return kept.keysOrFirst().values().iterator().next();
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
