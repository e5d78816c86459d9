package org.childfile.access.keys;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.childfile.access.privacy.AuditKeys;
import org.childfile.access.privacy.ErasureTree;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.MasterKeys;
import org.childfile.jobs.TestFiles;

/** One master key for all tests: two warehouses of the same feeds then get the same ids; and one that binds their logs. */
public final class TestKeys {

    /** What a process of its own needs to open what a test sealed. */
    public static final Map<String, String> ENVIRONMENT = Map.of(
            MasterKeys.VARIABLE,
            "test:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            AuditKeys.VARIABLE,
            "test:HxAeHRwbGhkYFxYVFBMSERAPDg0MCwoJCAcGBQQDAgE=",
            ErasureTree.VARIABLE,
            TestFiles.temporary("keys").resolve("erasure.tree").toString());

    /** What binds an access log. */
    public static final AuditKeys AUDIT = AuditKeys.of(Path.of("nowhere"), ENVIRONMENT);

    private TestKeys() {}

    /** The keys of a warehouse that has its tables. */
    public static Keyring of(DataSource dataSource) {
        return WarehouseKeys.open(dataSource, Path.of("nowhere"), ENVIRONMENT);
    }
}
