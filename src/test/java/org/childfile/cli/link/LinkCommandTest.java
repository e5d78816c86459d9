package org.childfile.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.childfile.cli.main.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out of linking a table. */
@SuppressWarnings("NullAway.Init")
class LinkCommandTest {

    @TempDir
    private Path directory;

    private SmallTable small;

    @BeforeEach
    void writeModelAndTable() throws IOException {
        small = SmallTable.in(directory);
    }

    @Test
    void everyRowGetsItsClusterInTheOrderOfTheFile() throws IOException {
        CommandRun run = small.link();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(small.written("out.csv")).isEqualTo("""
                source,id,cluster
                people.csv,1,1
                people.csv,2,2
                people.csv,3,1
                people.csv,4,3
                people.csv,5,4
                """);
        assertThat(run.out()).startsWith("""
                        5 rows of 1 file(s) are 4 persons
                        rows a person × persons: 1 × 3   2 × 1
                        pairs compared 5   joined 1   needing attention 4
                        """).contains("comparing");
        assertThat(small.files()).containsExactly("model.yaml", "out.csv", "people.csv");
    }

    @Test
    void everyPairFromTheReviewThresholdOnIsWrittenWithItsFate() throws IOException {
        CommandRun run = small.link("--pairs", "@pairs.csv");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(small.written("pairs.csv")).isEqualTo("""
                source_a,id_a,source_b,id_b,weight,probability,decision
                people.csv,1,people.csv,3,9.001,0.998053,joined
                people.csv,1,people.csv,5,-0.999,0.333550,review
                people.csv,3,people.csv,5,-0.999,0.333550,review
                people.csv,1,people.csv,4,-1.999,0.200156,review
                people.csv,3,people.csv,4,-1.999,0.200156,review
                """);
    }

    @Test
    void theRulesOfBlockingAreShownBeforePairsAreCompared() {
        assertThat(small.link().err()).isEqualTo("""
                rule of blocking  pairs  pairs left out
                ────────────────  ─────  ──────────────
                name                  3               0
                birth                 3               0
                """);
    }

    @Test
    void aRuleThatExplodesIsShownWithItsWorstKeysMasked() throws IOException {
        small.write("model.yaml", SmallTable.MODEL.replace("fields:", "max-block: 2\nfields:"));

        assertThat(small.link().err())
                .contains("name: keys that more than 2 rows share are left out (max-block); the worst:\n  3  a***\n");
        assertThat(small.link("--reveal").err()).contains("\n  3  anna\n");
    }

    @Test
    void severalFilesAreLinkedAndTheModelSaysWhetherPairsWithinOneCount() throws IOException {
        small.write("b.csv", "key,birth,name\nx,2015-01-02,anna\n");
        small.write("model.yaml", SmallTable.MODEL.replace("fields:", "link: one-to-one\nfields:"));
        small.write("a.csv", "id,name,birth\n1,anna,2015-01-02\n2,anna,2015-01-02\n3,berta,2016-02-03\n");

        CommandRun run = small.run("link", "@a.csv", "@b.csv", "--model", "@model.yaml", "--out", "@out.csv");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(small.written("out.csv"))
                .isEqualTo("source,id,cluster\na.csv,1,1\na.csv,2,2\na.csv,3,3\nb.csv,x,1\n");
    }

    @Test
    void theTruthIsMeasuredAgainst() {
        CommandRun run = small.link("--truth", "who");

        assertThat(run.out()).contains("""
                measured by  precision   recall       F1
                ───────────  ─────────  ───────  ───────
                pairs          1.00000  0.33333  0.50000
                B-cubed        1.00000  0.73333  0.84615
                recall of the blocking: 1.00000
                """);
    }

    @Test
    void theTruthCanBeAPartOfACell() throws IOException {
        small.write("people.csv", SmallTable.PEOPLE.replace(",who", ",rec").replaceAll(",([ABC])\n", ",rec-$1-dup\n"));

        assertThat(small.link("--truth", "rec/rec-(\\w)-").out())
                .contains("pairs          1.00000  0.33333  0.50000\n");
    }

    @Test
    void otherEncodingsAndDelimitersAreReadWhenTheyAreNamed() throws IOException {
        Files.write(
                directory.resolve("people.csv"),
                "编号;name;birth\n一;张明;2015-01-02\n二;张明;2015-01-02\n".getBytes(Charset.forName("GB18030")));

        CommandRun run = small.link("--charset", "GB18030", "--delimiter", ";");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(small.written("out.csv")).isEqualTo("source,id,cluster\npeople.csv,一,1\npeople.csv,二,1\n");
    }
}
