package org.childfile.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.childfile.storage.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerBinariesTest {

    @TempDir
    private Path home = Path.of("");

    @Test
    void aProgramOfTheServerThatSomebodyChangedAddedOrTookAwayIsNamedAndNotRun() throws Exception {
        UnpackedServer.into(home);
        EmbeddedDatabase.open(home).close();
        Path binaries = binaries();
        Path postgres = binaries.resolve("bin/postgres");
        Path kept = Files.move(postgres, home.resolve("kept"));
        Path proof = home.resolve("proof");
        for (String planted : List.of("#!/bin/sh\ntouch " + proof + "\n", "")) {
            if (!planted.isEmpty()) {
                Files.writeString(postgres, planted);
                Files.setPosixFilePermissions(postgres, PosixFilePermissions.fromString("rwx------"));
            }
            assertThatThrownBy(() -> EmbeddedDatabase.open(home))
                    .hasMessageContaining("were changed (bin/postgres)")
                    .hasMessageContaining("rm -r " + binaries);
            Files.deleteIfExists(postgres);
        }
        Files.move(kept, postgres);
        Path planted = Files.writeString(binaries.resolve("lib/postgresql/planted.so"), "x");
        assertThatThrownBy(() -> EmbeddedDatabase.open(home)).hasMessageContaining("lib/postgresql/planted.so");
        assertThat(proof).doesNotExist();

        Files.delete(planted);
        EmbeddedDatabase.open(home).close();
    }

    @Test
    void aFileThatLooksTheSameButWasWrittenToIsNamedToo() throws Exception {
        UnpackedServer.into(home);
        EmbeddedDatabase.open(home).close();
        Path library = binaries().resolve("lib/libpq.so.5.18");
        byte[] bytes = Files.readAllBytes(library);
        FileTime written = Files.getLastModifiedTime(library);
        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(library, changed);
        Files.setLastModifiedTime(library, written);

        assertThatThrownBy(() -> EmbeddedDatabase.open(home)).hasMessageContaining("(lib/libpq.so.5.18)");

        Files.write(library, bytes);
        EmbeddedDatabase.open(home).close();
    }

    @Test
    void aClockThatWentBackSinceTheyWereUnpackedKeepsNoHomeFromStarting() throws Exception {
        UnpackedServer.into(home);
        FileTime later = FileTime.from(Instant.now().plus(Duration.ofHours(1)));
        try (Stream<Path> unpacked = Files.list(binaries())) {
            for (Path each : unpacked.toList()) {
                Files.setLastModifiedTime(each, later);
            }
        }
        Files.setLastModifiedTime(binaries(), later);

        EmbeddedDatabase.open(home).close();
    }

    private Path binaries() throws IOException {
        try (Stream<Path> folders = Files.list(home.resolve("binaries/server"))) {
            return folders.findFirst().orElseThrow();
        }
    }

    @Test
    void whatAProcessThatWasKilledWhileUnpackingLeftDoesNoHarm() throws Exception {
        for (String part : List.of("binaries/.part-1/bin", "binaries/server/.part-1/bin")) {
            Path half = Files.createDirectories(home.resolve(part));
            Files.writeString(half.resolve("postgres"), "half");
        }
        Files.createDirectories(home.resolve("binaries/PG-ofanolderversion"));

        EmbeddedDatabase.open(home).close();

        for (String folder : List.of("binaries", "binaries/server")) {
            try (Stream<Path> folders = Files.list(home.resolve(folder))) {
                assertThat(folders).hasSize(1);
            }
        }
    }

    /** While a server starts its folder is open; the home must be safe all the same when the process is killed then. */
    @Test
    void aHomeWhoseServerWasStartingWhenTheProcessWasKilledCanBeUsed() throws Exception {
        Path closed = home.resolve("closed");
        EmbeddedDatabase.open(closed).close();
        Path server = closed.resolve("binaries/server");
        Files.setPosixFilePermissions(server, PosixFilePermissions.fromString("rwx-w--w-"));

        assertThatCode(() -> Home.check(closed)).doesNotThrowAnyException();
        EmbeddedDatabase.open(closed).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server)))
                .isEqualTo("rwx------");
    }

    @Test
    void theListOfTheServersProgramsIsThatOfTheLibrary() throws IOException {
        assertThat(FileLines.tree(ServerArchive.lines())).isEqualTo(ServerBinaries.TREE);
    }

    @Test
    void noFileOrFolderOfAHomeIsOpenToOthers() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home.resolve("new"))) {
            assertThat(database.logins().owner().url()).isNotEmpty();
            try (Stream<Path> files = Files.walk(home.resolve("new"))) {
                for (Path file : files.toList()) {
                    if (!Files.isSymbolicLink(file) && Files.exists(file)) {
                        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                .as(file.toString())
                                .endsWith("------");
                    }
                }
            }
        }
    }
}
