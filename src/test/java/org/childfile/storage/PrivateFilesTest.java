package org.childfile.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    @TempDir
    private Path directory = Path.of("");

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private Path older(String name) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "older");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        return file;
    }

    @Test
    void aFolderAndThoseAboveItAreTheirOwnersAlone() throws IOException {
        Path folder = PrivateFiles.folder(directory.resolve("a/b"));

        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(mode(directory.resolve("a"))).isEqualTo("rwx------");
        assertThat(PrivateFiles.folder(folder)).isEqualTo(folder);
    }

    @Test
    void everyWayOfWritingMakesAFileOfItsOwnersAlone() throws IOException {
        try (OutputStream out = PrivateFiles.stream(directory.resolve("stream"));
                Writer text = PrivateFiles.writer(directory.resolve("writer"));
                Writer more = PrivateFiles.appender(directory.resolve("appender"));
                FileChannel lock = PrivateFiles.lockFile(directory.resolve("lock"))) {
            out.write(1);
            text.write("一");
            more.write("x");
            assertThat(lock.size()).isZero();
        }
        PrivateFiles.write(directory.resolve("whole"), "whole");
        assertThat(PrivateFiles.writeFirst(directory.resolve("first"), "first")).isTrue();
        assertThat(PrivateFiles.writeFirst(directory.resolve("first"), "second"))
                .isFalse();
        PrivateFiles.copy(older("open"), directory.resolve("copy"));
        PrivateFiles.temporary(directory, "t", ".csv");
        Files.delete(directory.resolve("open"));

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files)
                    .hasSize(8)
                    .allSatisfy(
                            file -> assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------"));
        }
        assertThat(directory.resolve("first")).hasContent("first");
        assertThat(directory.resolve("writer")).hasContent("一");
    }

    @Test
    void anOpenFileOfAnOlderVersionIsReplacedOrClosed() throws IOException {
        Path whole = older("whole");
        Path streamed = older("streamed");
        Path log = older("log");

        PrivateFiles.write(whole, "new");
        PrivateFiles.stream(streamed).close();
        try (Writer out = PrivateFiles.appender(log)) {
            out.write(" and newer");
        }

        assertThat(whole).hasContent("new");
        assertThat(log).hasContent("older and newer");
        assertThat(mode(whole) + mode(streamed) + mode(log)).isEqualTo("rw-------rw-------rw-------");
    }

    @Test
    void aLinkThatAnotherHasPutInTheWayIsReplacedAndItsTargetStays() throws IOException {
        Path target = older("target");
        Files.createSymbolicLink(directory.resolve("out"), target);

        PrivateFiles.write(directory.resolve("out"), "secret");
        assertThat(target).hasContent("older");
        assertThat(directory.resolve("out")).hasContent("secret");

        Files.createSymbolicLink(directory.resolve("streamed"), target);
        PrivateFiles.stream(directory.resolve("streamed")).close();
        assertThat(target).hasContent("older");
    }

    @Test
    void whatIsNoFileIsWrittenToAsItIs() throws IOException {
        PrivateFiles.write(Path.of("/dev/null"), "gone");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
        assertThat(Path.of("/dev/null")).exists();
    }
}
