package org.childfile.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureLogTest {

    @TempDir
    private Path home = Path.of("");

    @Test
    void placesAreKeptAndMessagesAreNot() throws IOException {
        FailureLog.write(home, new IllegalStateException("张三", new IllegalArgumentException("500101201503070029")));

        assertThat(Files.readString(home.resolve("childfile.log")))
                .contains("java.lang.IllegalStateException\n    at org.childfile.cli.terminal.FailureLogTest.")
                .contains("java.lang.IllegalArgumentException\n")
                .doesNotContain("张三")
                .doesNotContain("500101201503070029");
    }

    @Test
    void aLogThatCannotBeWrittenHidesNothing() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        FailureLog.write(file, new IllegalStateException());

        assertThat(file).isEmptyFile();
    }
}
