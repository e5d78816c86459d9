package org.childfile.cli.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.childfile.cli.terminal.WrongUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theValueOfASecretMayLieInAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), "s3cret 值\n");

        assertThat(SecretFiles.read(Map.of("HEALTH_API_KEY_FILE", file.toString(), "LANG", "C")))
                .containsEntry("HEALTH_API_KEY", "s3cret 值")
                .containsEntry("LANG", "C");
    }

    @Test
    void otherVariablesThatEndWithFileAreLeftAlone() {
        assertThat(SecretFiles.read(Map.of(
                        "SSL_CERT_FILE", "/nowhere", "EDUCATION_SFTP_KEY_FILE", "/nowhere", "HEALTH_API_KEY_FILE", "")))
                .hasSize(3);
    }

    @Test
    void everyMistakeIsToldAtOnceAndNoValueWithIt() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), "s3cret");

        assertThatThrownBy(() -> SecretFiles.read(Map.of(
                        "CHILDFILE_DB_PASSWORD_FILE",
                        "/nowhere/password",
                        "HEALTH_API_KEY_FILE",
                        file.toString(),
                        "HEALTH_API_KEY",
                        "other")))
                .isInstanceOf(WrongUse.class)
                .hasMessage("CHILDFILE_DB_PASSWORD_FILE: the file /nowhere/password cannot be read as UTF-8 text\n"
                        + "HEALTH_API_KEY_FILE and HEALTH_API_KEY are both set. Unset one of them.");
    }
}
