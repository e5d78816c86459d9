package org.childfile.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.childfile.access.keys.TestKeys;
import org.childfile.access.privacy.MasterKeys;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class KeysCommandTest {

    private static DatabaseAddress address;

    @TempDir
    private Path home;

    @BeforeAll
    static void seal() {
        address = TestServer.fresh();
        TestKeys.of(TestDatabase.dataSource(address));
    }

    private CommandRun childfile(Map<String, String> keys, String... words) {
        Map<String, String> environment = new HashMap<>(keys);
        environment.put("CHILDFILE_LANG", "en");
        environment.put("CHILDFILE_HOME", home.toString());
        environment.put("CHILDFILE_DB_URL", address.url());
        environment.put("CHILDFILE_DB_USER", address.user());
        environment.put("CHILDFILE_DB_PASSWORD", address.password());
        return CommandRun.of(environment, words);
    }

    @Test
    void keysAreListedAndRotatedAndNeverShown() {
        String master = Objects.requireNonNull(TestKeys.ENVIRONMENT.get(MasterKeys.VARIABLE))
                .replace("test:", "");

        CommandRun rotated = childfile(TestKeys.ENVIRONMENT, "keys", "rotate");
        CommandRun listed = childfile(Map.of(), "keys");

        assertThat(rotated.out()).isEqualTo("""
                New values are sealed with key 3; 0 values were sealed anew.
                The index key is kept: tokens of keys and indexes stay the same.
                """);
        assertThat(listed.out().lines().map(line -> line.replaceAll(" +", " ").replaceFirst(" \\S+ \\S+$", "")))
                .contains(
                        " 1 seals AES-256-GCM test retired",
                        " 2 indexes AES-256-GCM test current",
                        " 3 seals AES-256-GCM test current");
        assertThat(listed.out() + rotated.out() + rotated.err()).doesNotContain(master);
    }

    @Test
    void aLostMasterKeyIsSaidSo() {
        CommandRun run = childfile(Map.of(), "review", "list");

        assertThat(run.err())
                .isEqualTo("Error: " + home.resolve("keys/master.key") + ": there is no master key, but the"
                        + " warehouse is sealed with it (test). Bring it back from its safe copy to that place, or set"
                        + " CHILDFILE_MASTER_KEY; without it nothing sealed can be opened\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void aFileThatOthersMayReadIsSaidSo() throws IOException {
        Path file = Files.createDirectories(home.resolve("keys")).resolve("master.key");
        Files.writeString(file, Objects.requireNonNull(TestKeys.ENVIRONMENT.get(MasterKeys.VARIABLE)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        CommandRun run = childfile(Map.of(), "review", "list");

        assertThat(run.err())
                .startsWith("Error: " + file + ": others may read it")
                .endsWith("chmod 600 " + file + "\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void anotherCipherThanTheKnownOnesIsSaidSo() {
        CommandRun run = childfile(Map.of("CHILDFILE_CIPHER", "DES"), "review", "list");

        assertThat(run.err()).isEqualTo("Error: CHILDFILE_CIPHER: found DES, allowed are AES (the default) and SM4\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }
}
