package org.childfile.access.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.childfile.jobs.TestFiles;
import org.childfile.kernel.SourceKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyringTest {

    private static final String MASTER = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final byte[] NUMBER = "500101201503070023".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLACE = Context.of("landing.record.content", "7", "12");

    private static final ErasureTree TREE =
            ErasureTree.at(TestFiles.temporary("keys").resolve("erasure.tree"));

    private static KeySource source(String keys) {
        return MasterKeys.of(Path.of("nowhere"), Map.of(MasterKeys.VARIABLE, keys));
    }

    private static Keyring keyring(KeptKeys kept, Suite suite) {
        return Keyring.open(source(MASTER), kept, TREE, suite);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSealedOpensInItsPlaceAlone(Suite suite) {
        Keyring keys = keyring(new KeptKeys(), suite);

        byte[] sealed = keys.seal(NUMBER, PLACE);

        assertThat(sealed).hasSize(NUMBER.length + Keyring.OVERHEAD);
        assertThat(keys.open(sealed, PLACE)).isEqualTo(NUMBER);
        assertThatThrownBy(() -> keys.open(sealed, Context.of("landing.record.content", "7", "13")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a sealed value was changed, or belongs elsewhere: landing.record.content 7 13");
    }

    /** Behind the last key there never was one, so it was the number that changed; the keys are not at fault. */
    @Test
    void aNumberThatNoKeyEverHadIsADamage() {
        Keyring keys = keyring(new KeptKeys(), Suite.AES);
        byte[] sealed = keys.seal(NUMBER, PLACE);
        sealed[1] ^= 1;

        assertThatThrownBy(() -> keys.open(sealed, PLACE)).isInstanceOf(DamagedValue.class);
    }

    @Test
    void theHeaderIsProvedToo() {
        Keyring keys = keyring(new KeptKeys(), Suite.AES);
        byte[] sealed = keys.seal(NUMBER, PLACE);
        sealed[0] = 0x12;

        assertThatThrownBy(() -> keys.open(sealed, PLACE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void equalTextsAreSealedToDifferentBytesAndIndexedToEqualOnes() {
        Keyring keys = keyring(new KeptKeys(), Suite.AES);
        Set<String> sealed = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            sealed.add(java.util.Arrays.toString(keys.seal(NUMBER, PLACE)));
        }

        assertThat(sealed).hasSize(1000);
        assertThat(keys.of("id_number", "500101201503070023"))
                .hasSize(16)
                .isEqualTo(keys.of("id_number", "500101201503070023"))
                .isNotEqualTo(keys.of("phone", "500101201503070023"));
    }

    @ParameterizedTest
    @EnumSource
    void theKeysOfASealedFeedStandAsTokens(Suite suite) {
        KeptKeys kept = new KeptKeys();
        Keyring keys = keyring(kept, suite);
        keys.sealKeysOf("public-security");
        SourceKey key = new SourceKey("public-security", "500101201503070023");

        SourceKey stored = keys.tokens().stored(key);

        assertThat(stored.key()).matches("~[A-Za-z0-9_-]{46}");
        assertThat(keys.tokens().stored(key)).isEqualTo(stored);
        assertThat(keys.tokens().clear("public-security", stored.key())).isEqualTo(key);
        assertThat(keys.tokens().clear("education", stored.key()).key()).isEqualTo(stored.key());
        assertThat(keys.tokens().clear("{\"k\": \"" + stored.key() + "\"}"))
                .isEqualTo("{\"k\": \"500101201503070023\"}");
        assertThat(keys.tokens().stored(new SourceKey("health", "H1"))).isEqualTo(new SourceKey("health", "H1"));
    }

    /** A warehouse that is made anew from the same feeds with the same master key gets the same tokens and indexes. */
    @Test
    void theSameMasterKeyGivesTheSameIndexAgain() {
        Keyring one = keyring(new KeptKeys(), Suite.AES);
        Keyring other = keyring(new KeptKeys(), Suite.AES);

        assertThat(one.of("id_number", "5")).isEqualTo(other.of("id_number", "5"));
        assertThat(one.digest(NUMBER)).isEqualTo(other.digest(NUMBER));
        assertThat(one.numbers().of(5)).isEqualTo(other.numbers().of(5));
        byte[] sealed = one.seal(NUMBER, PLACE);
        assertThatThrownBy(() -> other.open(sealed, PLACE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLostMasterKeyIsOneClearError() {
        KeptKeys kept = new KeptKeys();
        Keyring.open(source("old:" + MASTER), kept, TREE, Suite.AES);

        assertThatThrownBy(() -> Keyring.open(source("new:" + MASTER), kept, TREE, Suite.AES))
                .isInstanceOf(KeysUnusable.class)
                .hasMessage("CHILDFILE_MASTER_KEY: the master key old is missing, but the warehouse is sealed with it"
                        + " (old). Bring it back from its safe copy to that place, or set CHILDFILE_MASTER_KEY; without"
                        + " it nothing sealed can be opened");
    }

    @Test
    void aWrongMasterKeyIsOneClearError() {
        KeptKeys kept = new KeptKeys();
        Keyring.open(source("old:" + MASTER), kept, TREE, Suite.AES);

        assertThatThrownBy(() -> Keyring.open(source("old:" + MASTER.replace('A', 'B')), kept, TREE, Suite.AES))
                .isInstanceOf(KeysUnusable.class)
                .hasMessage("CHILDFILE_MASTER_KEY: the master key old is not the one that the warehouse was sealed"
                        + " with. Bring that one back from its safe copy");
    }

    @Test
    void aDataKeyThatWasChangedIsOneClearError() {
        KeptKeys kept = new KeptKeys();
        keyring(kept, Suite.SM4);
        kept.spoil();

        assertThatThrownBy(() -> keyring(kept, Suite.SM4)).isInstanceOf(KeysUnusable.class);
    }

    @Test
    void anotherMasterKeyTakesOverWithoutSealingAnew() {
        KeptKeys kept = new KeptKeys();
        byte[] sealed =
                Keyring.open(source("old:" + MASTER), kept, TREE, Suite.AES).seal(NUMBER, PLACE);
        String both = "new:" + MASTER.replace('C', 'D') + ",old:" + MASTER;
        KeptKeys later = new KeptKeys();
        later.begin(Keyring.open(source(both), kept, TREE, Suite.AES).rewrapped());

        Keyring keys = Keyring.open(source("new:" + MASTER.replace('C', 'D')), later, TREE, Suite.AES);

        assertThat(keys.open(sealed, PLACE)).isEqualTo(NUMBER);
        assertThat(keys.rewrapped()).isEmpty();
    }
}
