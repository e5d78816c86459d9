package org.childfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {

    @TempDir
    private Path directory;

    @Test
    void aFileIsSeenOnlyWhenAllAreWhole() throws IOException {
        Path one = directory.resolve("one.csv");
        Path other = directory.resolve("other.csv");
        Files.writeString(one, "before");
        try (WholeFiles whole = new WholeFiles()) {
            write(whole, one, "1");
            write(whole, other, "2");
            assertThat(one).hasContent("before");
            assertThat(other).doesNotExist();
            whole.finish();
        }
        assertThat(one).hasContent("1");
        assertThat(other).hasContent("2");
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void nothingIsLeftOfWhatWasNotFinished() throws IOException {
        try (WholeFiles whole = new WholeFiles()) {
            write(whole, directory.resolve("one.csv"), "half");
        }
        assertThat(directory).isEmptyDirectory();
    }

    private static void write(WholeFiles whole, Path target, String text) throws IOException {
        try (Writer writer = whole.begin(target)) {
            writer.write(text);
        }
    }
}
