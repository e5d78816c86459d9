package org.childfile.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.childfile.cli.main.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {

    private static final String PEOPLE = """
            id,name,sex,born,phone,remark
            1,张明,男,2015-01-02,13812345678,
            2,未命名,男,1900-01-01,13812345678,
            3,李Li芳,女,2015-02-30,12,
            4,王五,女
            """;

    @TempDir
    private Path directory;

    private CommandRun profile(String language, String... more) throws IOException {
        Path table = directory.resolve("people.csv");
        if (Files.notExists(table)) {
            Files.writeString(table, PEOPLE);
        }
        String[] words = new String[more.length + 2];
        words[0] = "profile";
        words[1] = table.toString();
        System.arraycopy(more, 0, words, 2, more.length);
        return CommandRun.of(Map.of("CHILDFILE_LANG", language), words);
    }

    @Test
    void everyColumnIsShownWithWhatItHoldsAndWhatIsOdd() throws IOException {
        CommandRun run = profile("en");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().replace(directory + "/", "")).startsWith("""
                people.csv: 3 rows, 6 columns
                column  seems to be     filled  different  length  most frequent
                ──────  ─────────────  ───────  ─────────  ──────  ────────────────────────────
                id      id of the row  100.0 %          3     1–1  1*** ×1  2*** ×1  3*** ×1
                name    Chinese name   100.0 %          3     2–4  张*** ×1  未*** ×1  李*** ×1
                sex     sex            100.0 %          2     1–1  男 ×2  女 ×1
                born    date of birth  100.0 %          3   10–10  1*** ×1  2*** ×1  2*** ×1
                phone   telephone      100.0 %          2    2–11  1*** ×2  1*** ×1
                remark  empty            0.0 %          0
                """);
        assertThat(run.out())
                .contains("name    says that nothing is known", "未***")
                .contains("stands for an unknown date")
                .contains("is no possible date")
                .contains("is no telephone number")
                .contains("letters of two scripts")
                .contains("number of cells unlike the header     1  lines 5")
                .contains("A model to begin with:\n\n# A model to begin with, proposed from the 3 rows of people.csv.")
                .doesNotContain("张明", "13812345678");
    }

    @Test
    void valuesAreShownWhenAsked() throws IOException {
        assertThat(profile("en", "--reveal").out()).contains("张明 ×1", "13812345678 ×2");
    }

    @Test
    void aChineseUserIsSpokenToInChinese() throws IOException {
        assertThat(profile("zh").out()).contains("看来是", "中文姓名", "占位，表示不详");
    }

    @Test
    void theProposedModelIsTakenAtOnce() throws IOException {
        Path model = directory.resolve("model.yaml");
        CommandRun profiled = profile("en", "--model-out", model.toString());
        assertThat(profiled.exitCode()).as(profiled.err()).isZero();
        assertThat(profiled.out()).contains("A model to begin with is in " + model + ". Next: childfile link ");
        Files.writeString(directory.resolve("people.csv"), PEOPLE.replace("4,王五,女\n", ""));

        CommandRun linked = CommandRun.of(
                Map.of("CHILDFILE_LANG", "en"),
                "link",
                directory + "/people.csv",
                "--model",
                model.toString(),
                "--out",
                directory + "/out.csv");

        assertThat(linked.exitCode()).as(linked.err()).isZero();
    }

    @Test
    void aTableWithNothingToLinkByIsToldSo() throws IOException {
        Files.writeString(directory.resolve("people.csv"), "id,feed\n1,a\n2,b\n");

        assertThat(profile("en").out()).endsWith("No column says who someone is; there is nothing to link by.\n");
    }

    @Test
    void whatCannotBeReadIsRefused() throws IOException {
        Files.writeString(directory.resolve("people.csv"), "");
        CommandRun empty = profile("en", "--model-out", directory + "/model.yaml");
        assertThat(empty.exitCode()).isEqualTo(2);
        assertThat(empty.err()).isEqualTo("Error: " + directory + "/people.csv: the file is empty\n");
        assertThat(directory.resolve("model.yaml")).doesNotExist();

        Files.writeString(directory.resolve("people.csv"), PEOPLE);
        assertThat(profile("en", "--id", "nr").err())
                .isEqualTo("Error: " + directory
                        + "/people.csv:1: no column nr; there are id, name, sex, born, phone, remark\n");
    }
}
