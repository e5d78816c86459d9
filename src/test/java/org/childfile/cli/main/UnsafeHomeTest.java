package org.childfile.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsafeHomeTest {

    @TempDir
    private Path directory = Path.of("");

    private Path home = Path.of("");

    @BeforeEach
    void aHomeThatOthersMayWrite() throws IOException {
        home = Files.createDirectory(directory.resolve("home"));
        Files.writeString(home.resolve("credentials"), "x");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private CommandRun run(String language, String... words) {
        return CommandRun.of(Map.of("CHILDFILE_HOME", home.toString(), "CHILDFILE_LANG", language), words);
    }

    @Test
    void everyCommandIsRefusedWithOneLineThatSaysWhatToType() throws IOException {
        CommandRun refused = run("en", "runs");
        assertThat(refused.err())
                .isEqualTo("Error: " + home + " is open to other users of this machine (rwxrwxrwx): what is kept there"
                        + " can be read or replaced. If nobody has, run: chmod -R go-rwx " + home + "\n");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(run("zh", "token", "--role", "city", "--purpose", "care").err())
                .contains("chmod -R go-rwx " + home);
        assertThat(home).isDirectoryNotContaining("glob:**keys");
    }

    @Test
    void helpAndWhatAShellReadsWhenItStartsWorkAllTheSame() {
        assertThat(run("en", "runs", "--help").exitCode()).isZero();
        assertThat(run("en", "--version").exitCode()).isZero();
        assertThat(run("en", "completion").exitCode()).isZero();
    }
}
