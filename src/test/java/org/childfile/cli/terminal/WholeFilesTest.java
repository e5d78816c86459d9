package org.childfile.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.childfile.cli.main.HalfWritten;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"INT", "TERM"})
    void aProcessThatIsToldToEndLeavesNothingHalfWritten(String signal) throws Exception {
        Path one = directory.resolve("one.csv");
        Files.writeString(one, "before");

        assertThat(ended(one, signal)).isNotZero();

        assertThat(directory).isDirectoryContaining("glob:**/one.csv").isDirectoryNotContaining("glob:**.part");
        assertThat(one).hasContent("before");
    }

    @Test
    void aProcessThatIsKilledLeavesTheFileAsItWas() throws Exception {
        Path one = directory.resolve("one.csv");
        Files.writeString(one, "before");

        assertThat(ended(one, "KILL")).isNotZero();

        assertThat(one).hasContent("before");
    }

    /** How a process that was half through a file ended after a signal. */
    private static int ended(Path target, String signal) throws IOException, InterruptedException {
        Process writing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HalfWritten.class.getName(),
                        target.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = writing.inputReader()) {
            assertThat(out.readLine()).isEqualTo("written");
            assertThat(target.getParent()).isDirectoryContaining("glob:**.part");
            new ProcessBuilder("kill", "-" + signal, Long.toString(writing.pid()))
                    .start()
                    .waitFor();
            return writing.waitFor();
        } finally {
            writing.destroyForcibly();
        }
    }

    private static void write(WholeFiles whole, Path target, String text) throws IOException {
        try (Writer writer = whole.begin(target)) {
            writer.write(text);
        }
    }
}
