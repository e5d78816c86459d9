package org.childfile.access.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sealed of a subject is lost with its leaf, whoever holds the master key and a copy of the database. */
@SuppressWarnings("NullAway.Init")
class ErasureTreeTest {

    private static final String MASTER = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final byte[] PLACE = Context.of("versions.child_version.identifiers", "C1", "1");
    private static final byte[] TEXT = "500101201503070023".getBytes(StandardCharsets.UTF_8);
    private static final Subject GONE = Subject.person("C1");
    private static final Subject OTHER = Subject.person("C2");

    @TempDir
    private Path home;

    private final KeptKeys kept = new KeptKeys();

    private Path file() {
        return home.resolve("keys/erasure.tree");
    }

    private Keyring keys(Suite suite) {
        Map<String, String> environment = Map.of(MasterKeys.VARIABLE, MASTER);
        return Keyring.open(MasterKeys.of(home, environment), kept, ErasureTree.of(home, environment), suite);
    }

    @ParameterizedTest
    @EnumSource
    void aForgottenSubjectsCopiesAreLostAndOthersAreNot(Suite suite) {
        Keyring keys = keys(suite);
        byte[] gone = keys.seal(TEXT, PLACE, GONE);
        byte[] other = keys.seal(TEXT, PLACE, OTHER);
        byte[] alone = keys.seal(TEXT, PLACE);
        assertThat(keys.open(gone, PLACE)).isEqualTo(TEXT);

        keys.doom(List.of(GONE));
        assertThat(keys.open(gone, PLACE)).isEqualTo(TEXT);
        keys.destroyDoomed();

        for (Keyring each : List.of(keys, keys(suite))) {
            assertThatThrownBy(() -> each.open(gone, PLACE))
                    .isInstanceOf(KeyDestroyed.class)
                    .hasMessage("the key of a sealed value was destroyed when somebody was forgotten; the row is older"
                            + " than that: versions.child_version.identifiers C1 1");
            assertThat(each.open(other, PLACE)).isEqualTo(TEXT);
            assertThat(each.open(alone, PLACE)).isEqualTo(TEXT);
        }
    }

    @Test
    void whoComesAgainHasAnotherKey() {
        Keyring keys = keys(Suite.AES);
        byte[] before = keys.seal(TEXT, PLACE, GONE);
        keys.doom(List.of(GONE));
        keys.destroyDoomed();

        byte[] after = keys.seal(TEXT, PLACE, GONE);

        assertThat(keys.open(after, PLACE)).isEqualTo(TEXT);
        assertThatThrownBy(() -> keys.open(before, PLACE)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void whatIsSealedAnewStaysItsSubjectsOrBecomesAnothers() {
        Keyring keys = keys(Suite.AES);
        byte[] anew = keys.sealAnew(keys.seal(TEXT, PLACE, GONE), PLACE);
        byte[] others = keys.sealAnew(anew, PLACE, OTHER);

        keys.doom(List.of(GONE));
        keys.destroyDoomed();

        assertThatThrownBy(() -> keys.open(anew, PLACE)).isInstanceOf(KeyDestroyed.class);
        assertThat(keys.open(others, PLACE)).isEqualTo(TEXT);
    }

    @Test
    void whatAnEndedProcessDoomedIsDestroyedWithTheNextStart() {
        Keyring ended = keys(Suite.AES);
        byte[] gone = ended.seal(TEXT, PLACE, GONE);
        ended.doom(List.of(GONE));

        Keyring next = keys(Suite.AES);

        assertThatThrownBy(() -> next.open(gone, PLACE)).isInstanceOf(KeyDestroyed.class);
        assertThat(kept.doomed()).isEmpty();
    }

    @Test
    void whatAnotherProcessDestroyedIsMissedHere() {
        Keyring one = keys(Suite.AES);
        byte[] gone = one.seal(TEXT, PLACE, GONE);
        Keyring other = keys(Suite.AES);
        assertThat(other.open(gone, PLACE)).isEqualTo(TEXT);

        one.doom(List.of(GONE));
        one.destroyDoomed();
        other.refresh();

        assertThatThrownBy(() -> other.open(gone, PLACE)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void theFileIsItsOwnersAloneAndNothingIsLeftBesideIt() throws IOException {
        Keyring keys = keys(Suite.AES);
        Files.createFile(home.resolve("keys/.erasure.tree.new"));
        keys.doom(List.of(GONE));
        keys.destroyDoomed();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (Stream<Path> all = Files.list(home.resolve("keys"))) {
            assertThat(all.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("erasure.tree", "erasure.tree.lock");
        }
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> keys(Suite.AES))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageStartingWith(file() + ": others may read it");
    }

    @Test
    void aLostTreeIsOneClearError() throws IOException {
        keys(Suite.AES);
        Files.delete(file());

        assertThatThrownBy(() -> keys(Suite.AES))
                .isInstanceOf(KeysUnusable.class)
                .hasMessage(file() + ": the erasure tree is missing, but the warehouse is sealed with it. Bring it back"
                        + " from its safe copy to that place, or name its place in CHILDFILE_ERASURE_TREE; without it"
                        + " nothing sealed of any person can be opened");
    }

    @Test
    void anotherTreeIsOneClearError() throws IOException {
        keys(Suite.AES);
        Files.delete(file());
        ErasureTree.at(file()).begin(Suite.AES);

        assertThatThrownBy(() -> keys(Suite.AES))
                .isInstanceOf(KeysUnusable.class)
                .hasMessage(file() + ": this is not the erasure tree that the warehouse was sealed with. Bring that one"
                        + " back from its safe copy");
    }

    @Test
    void aBrokenTreeIsOneClearError() throws IOException {
        keys(Suite.AES);
        byte[] bytes = Files.readAllBytes(file());
        bytes[20] ^= 1;
        Files.write(file(), bytes);

        assertThatThrownBy(() -> keys(Suite.AES))
                .isInstanceOf(KeysUnusable.class)
                .hasMessage(file() + ": this is no whole erasure tree. Bring it back from its safe copy");
    }
}
