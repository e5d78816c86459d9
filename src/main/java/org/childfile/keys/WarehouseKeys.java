package org.childfile.keys;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.privacy.ErasureTree;
import org.childfile.privacy.Keyring;
import org.childfile.privacy.KeysUnusable;
import org.childfile.privacy.MasterKeys;
import org.childfile.privacy.Suite;

/** Opens the keys of a warehouse. */
public final class WarehouseKeys {

    /** The variable that names the cipher of new keys. */
    public static final String CIPHER = "CHILDFILE_CIPHER";

    private WarehouseKeys() {}

    /**
     * The keys of a warehouse; in a new one the first are made.
     *
     * @throws KeysUnusable if a master key or the erasure tree is missing or wrong, or the environment names no known cipher
     */
    public static Keyring open(DataSource dataSource, Path home, Map<String, String> environment) {
        return Keyring.open(
                MasterKeys.of(home, environment),
                new DataKeyStore(dataSource),
                ErasureTree.of(home, environment),
                suite(environment));
    }

    private static Suite suite(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(CIPHER))
                .filter(name -> !name.isBlank())
                .map(name -> Suite.find(name)
                        .orElseThrow(() -> new KeysUnusable(
                                CIPHER + ": found " + name + ", allowed are AES (the default) and SM4")))
                .orElse(Suite.AES);
    }
}
