package org.childfile.access.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {

    @TempDir
    private Path home = Path.of("");

    private MasterKeys keys() {
        return MasterKeys.of(home, Map.of());
    }

    private Path file() {
        return home.resolve("keys/master.key");
    }

    @Test
    void theFirstKeyIsMadeForItsOwnerAlone() throws IOException {
        String name = keys().newest();

        assertThat(name).matches("[0-9a-f]{8}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file())).matches(name + ":[A-Za-z0-9+/]{43}=\n");
        assertThat(keys().newest()).isEqualTo(name);
        assertThat(home.resolve("keys"))
                .isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        keys().newest();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> keys().newest())
                .isInstanceOf(KeysUnusable.class)
                .hasMessage(file() + ": others may read it or it can be run (rw-r-----). Make it its owner's alone:"
                        + " chmod 600 " + file());
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedWithoutBeingShown() {
        MasterKeys keys = MasterKeys.of(home, Map.of(MasterKeys.VARIABLE, "one:c2hvcnQ="));

        assertThatThrownBy(keys::newest)
                .isInstanceOf(KeysUnusable.class)
                .hasMessage("CHILDFILE_MASTER_KEY: a master key is 32 bytes in Base64, written BASE64 or ID:BASE64."
                        + " Make one with: openssl rand -base64 32");
    }
}
