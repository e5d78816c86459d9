package org.childfile.access.keys;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.childfile.access.privacy.ErasureTree;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.KeysUnusable;
import org.childfile.access.privacy.MasterKeys;
import org.childfile.access.privacy.Suite;

/** Opens the keys of a warehouse. */
public final class WarehouseKeys {

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
                Suite.chosen(environment));
    }
}
