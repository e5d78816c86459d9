package org.childfile.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.childfile.cli.main.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When weights are learned, and that the same come out. */
@SuppressWarnings("NullAway.Init")
class LinkLearningTest {

    @TempDir
    private Path directory;

    private SmallTable small;

    @BeforeEach
    void writeModelAndTable() throws IOException {
        small = SmallTable.in(directory);
    }

    @Test
    void aModelWithoutWeightsIsTrainedAndSaidSoAndCanBeKept() throws IOException {
        small.write(
                "model.yaml",
                SmallTable.MODEL.replaceAll(", m: [0-9.]+, u: [0-9.]+", "").replaceAll("prior.*\n", ""));

        CommandRun run = small.link("--model-out", "@learned.yaml");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err().replace(directory + "/", ""))
                .endsWith("model.yaml has no learned weights yet; they are learned from the pairs first"
                        + " (--model-out keeps them)\n");
        assertThat(small.written("learned.yaml")).contains("prior: ").contains(", m: ");
        assertThat(small.run("link", "@people.csv", "--model", "@learned.yaml", "--out", "@again.csv")
                        .exitCode())
                .isZero();
        assertThat(small.written("again.csv")).isEqualTo(small.written("out.csv"));
    }

    @Test
    void aLearnedModelIsLearnedAnewOnlyWhenAsked() throws IOException {
        assertThat(small.link("--model-out", "@same.yaml").err()).doesNotContain("learned");
        assertThat(small.written("same.yaml")).contains("prior: 9.765625E-4");
        assertThat(small.link("--train", "--model-out", "@other.yaml").err())
                .contains("are learned anew, as --train asks");
        assertThat(small.written("other.yaml")).doesNotContain("prior: 9.765625E-4");
    }

    @Test
    void theSameTableAndSeedGiveTheSameBytesOnOneThreadAndOnMany() throws IOException {
        small.link("--train", "--seed", "4", "--threads", "1", "--model-out", "@one.yaml", "--pairs", "@one.csv");
        small.link("--train", "--seed", "4", "--threads", "3", "--model-out", "@many.yaml", "--pairs", "@many.csv");

        assertThat(small.written("many.yaml")).isEqualTo(small.written("one.yaml"));
        assertThat(small.written("many.csv")).isEqualTo(small.written("one.csv"));
    }
}
