package org.childfile.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.childfile.cli.main.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code link --labels}: pairs that a person decided check the result and teach the weights. */
@SuppressWarnings("NullAway.Init")
class LinkLabelsTest {

    @TempDir
    private Path directory;

    private SmallTable small;

    @BeforeEach
    void writeModelAndTable() throws IOException {
        small = SmallTable.in(directory);
    }

    @Test
    void theResultIsCheckedAgainstPairsThatAPersonDecided() throws IOException {
        small.write("labels.csv", """
                source_a,id_a,source_b,id_b,weight,same
                people.csv,1,people.csv,3,9.0,yes
                people.csv,3,people.csv,5,-1.0,yes
                people.csv,1,people.csv,4,-2.0,no
                people.csv,3,people.csv,4,-2.0,
                """);

        CommandRun run = small.link("--labels", "@labels.csv");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("""
                decided by a person  joined  apart
                ───────────────────  ──────  ─────
                one person                1      1
                two persons               0      1
                """);
    }

    @Test
    void theWeightsAreLearnedWithPairsThatAPersonDecided() throws IOException {
        StringBuilder people = new StringBuilder("id,name,birth,who\n");
        StringBuilder labels = new StringBuilder("source_a,id_a,source_b,id_b,same\n");
        for (int i = 0; i < 40; i++) {
            String born = String.format(java.util.Locale.ROOT, "%d-%02d-%02d", 2010 + i % 3, 1 + i % 12, 1 + i % 28);
            String other = i % 4 == 0 ? "2009-12-31" : born;
            people.append("a%d,n%d,%s,%d%nb%d,n%d,%s,%d%n".formatted(i, i, born, i, i, i, other, i));
            if (i % 4 == 0) {
                labels.append("people.csv,a%d,people.csv,b%d,yes%n".formatted(i, i));
            }
        }
        small.write("people.csv", people.toString());
        small.write("labels.csv", labels.toString());

        double without = chanceOfAnotherBirth();
        double with = chanceOfAnotherBirth("--labels", "@labels.csv");

        assertThat(with).isGreaterThan(without + 0.05);
    }

    /** m of the level else of birth, learned anew. */
    private double chanceOfAnotherBirth(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("--train", "--model-out", "@learned.yaml"));
        words.addAll(List.of(more));
        CommandRun run = small.link(words.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        String birth = small.written("learned.yaml").split("birth:\n    of")[1];
        return Double.parseDouble(birth.replaceAll("(?s).*?is: else, m: ([0-9.E-]+),.*", "$1"));
    }

    @Test
    void mistakesInDecidedPairsAreToldAllAtOnce() throws IOException {
        small.write("labels.csv", """
                source_a,id_a,source_b,id_b,same
                people.csv,1,people.csv,1,yes
                people.csv,1,other.csv,3,yes
                people.csv,1,people.csv,9,yes
                people.csv,1,people.csv,3,perhaps
                people.csv,1
                """);

        small.assertRefused(
                small.link("--labels", "@labels.csv"),
                "labels.csv:2: both sides are the same row",
                "labels.csv:3: no table is called other.csv; there are people.csv",
                "labels.csv:4: people.csv has no row with this id",
                "labels.csv:5: same: found perhaps, allowed are yes, no and nothing",
                "labels.csv:6: found 2 cells, which is fewer than the header has");
    }

    @Test
    void decidedPairsWithoutAVerdictAreRefused() throws IOException {
        small.write("labels.csv", "source_a,id_a,source_b,id_b,weight\n");

        small.assertRefused(
                small.link("--labels", "@labels.csv"),
                "labels.csv:1: no column same; there are source_a, id_a, source_b, id_b, weight");
    }
}
