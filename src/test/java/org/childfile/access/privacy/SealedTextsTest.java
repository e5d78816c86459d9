package org.childfile.access.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.childfile.jobs.TestFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealedTextsTest {

    private static final String MASTER = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final Subject CHILD = Subject.person("C1");
    private static final Subject OTHER = Subject.person("C2");

    private final ErasureTree tree = ErasureTree.at(TestFiles.temporary("texts").resolve("erasure.tree"));
    private final KeptKeys kept = new KeptKeys();

    private Keyring keys(Suite suite) {
        return Keyring.open(MasterKeys.of(Path.of("nowhere"), Map.of(MasterKeys.VARIABLE, MASTER)), kept, tree, suite);
    }

    @ParameterizedTest
    @EnumSource
    void aTextOfASubjectIsTheSameEachTimeAndNobodyElses(Suite suite) {
        SealedTexts texts = keys(suite).texts();

        String sealed = texts.of(CHILD).seal("father_state", "服刑在押");

        assertThat(sealed).matches("~\\.[A-Za-z0-9_-]{59}");
        assertThat(texts.clear(sealed)).isEqualTo("服刑在押");
        assertThat(texts.of(CHILD).seal("father_state", "服刑在押")).isEqualTo(sealed);
        assertThat(texts.of(CHILD).seal("mother_state", "服刑在押")).isNotEqualTo(sealed);
        assertThat(texts.of(CHILD).seal("father_state", "死亡"))
                .isNotEqualTo(sealed)
                .hasSameSizeAs(sealed);
        assertThat(texts.of(OTHER).seal("father_state", "服刑在押")).isNotEqualTo(sealed);
    }

    @Test
    void whatIsChangedDoesNotOpen() {
        SealedTexts texts = keys(Suite.AES).texts();
        String sealed = texts.of(CHILD).seal("diagnoses", "C91.0");
        char[] changed = sealed.toCharArray();
        changed[40] = changed[40] == 'A' ? 'B' : 'A';

        assertThat(texts.clear(new String(changed))).isEqualTo(new String(changed));
    }

    @Test
    void inJsonAndInListsWhatIsOpenedIsQuotedAsItMustBe() {
        SealedTexts texts = keys(Suite.AES).texts();
        String plain = texts.of(CHILD).seal("diagnoses", "C91.0");
        String odd = texts.of(CHILD).seal("diagnoses", "a \"b\"\n");

        assertThat(texts.clear("[\"" + plain + "\", \"" + odd + "\"]"))
                .isEqualTo("[\"C91.0\", \"a \\\"b\\\"\\u000a\"]");
        assertThat(texts.clear("{" + plain + "," + odd + "}")).startsWith("{C91.0,\"a \\\"b\\\"");
        assertThat(texts.clear("said " + plain + ", and " + plain)).isEqualTo("said C91.0, and C91.0");
    }

    @Test
    void whatIsAboutTwoIsLostWithTheFirstThatIsForgotten() {
        for (Subject gone : List.of(CHILD, OTHER)) {
            Keyring keys = keys(Suite.AES);
            String sealed = keys.texts().seal(List.of(CHILD, OTHER), "reason", "one and the same");
            assertThat(keys.texts().clear(sealed)).isEqualTo("one and the same");

            keys.doom(List.of(gone));
            keys.destroyDoomed();

            assertThat(keys.texts().clear(sealed)).doesNotContain("same").startsWith("~.");
        }
    }

    @Test
    void aForgottenSubjectsTextsStaySealed() {
        Keyring keys = keys(Suite.AES);
        String gone = keys.texts().of(CHILD).seal("father_state", "死亡");
        String stays = keys.texts().of(OTHER).seal("father_state", "死亡");

        keys.doom(List.of(CHILD));
        keys.destroyDoomed();

        assertThat(keys.texts().clear(gone + " " + stays)).isEqualTo(gone + " 死亡");
    }
}
