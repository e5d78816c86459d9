package org.childfile.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.childfile.storage.UnsafeHome.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeTest {

    @TempDir
    private Path directory = Path.of("");

    private Path folder(String name, String mode) throws IOException {
        Path folder = Files.createDirectory(directory.resolve(name));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
        return folder;
    }

    private static void refused(Path home, Reason reason, Path named) {
        assertThatThrownBy(() -> Home.check(home)).isInstanceOfSatisfying(UnsafeHome.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.path()).isEqualTo(named);
        });
    }

    @Test
    void oneThatIsMissingOrItsOwnersAloneIsFit() throws IOException {
        Home.check(directory.resolve("not/yet"));
        Path home = folder("home", "rwx------");
        Files.writeString(home.resolve("credentials"), "x");
        Home.check(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwx--x---", "rwx-----x", "rwxr-----", "rwxrwxrwx", "rwx----w-"})
    void oneThatOthersMayEnterReadOrWriteIsRefused(String mode) throws IOException {
        Path home = folder("home", mode);
        Files.writeString(home.resolve("credentials"), "x");
        refused(home, Reason.OPEN, home);
    }

    @Test
    void anEmptyOneIsClosedInstead() throws IOException {
        Path home = folder("home", "rwxr-xr-x");
        Home.check(home);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderInItThatOthersMayWriteIsRefusedAndNamed() throws IOException {
        Path home = folder("home", "rwx------");
        Path binaries = folder("home/binaries", "rwxrwxrwx");
        refused(home, Reason.OPEN, binaries);
    }

    @Test
    void aFolderAboveThatOthersMayWriteIsRefusedUnlessItIsSticky() throws IOException {
        Path shared = folder("shared", "rwxrwxrwx");
        refused(shared.resolve("home"), Reason.ABOVE, shared);
        Path home = PrivateFiles.folder(shared.resolve("home"));
        Files.writeString(home.resolve("credentials"), "x");
        refused(home, Reason.ABOVE, shared);

        Files.setAttribute(shared, "unix:mode", 01777);
        Home.check(home);
        Home.check(shared.resolve("other"));
    }

    @Test
    void aLinkIsJudgedByWhereItLeads() throws IOException {
        Path shared = folder("shared", "rwxrwxrwx");
        Path home = PrivateFiles.folder(shared.resolve("home"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), home);
        refused(link, Reason.ABOVE, shared);
    }

    @Test
    void aFileIsNoHome() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");
        refused(file, Reason.NO_FOLDER, file);
    }
}
