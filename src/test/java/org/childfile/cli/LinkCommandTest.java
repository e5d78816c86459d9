package org.childfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every case runs the same command over the same small table, so they stay in one file of over 250 lines. */
class LinkCommandTest {

    /** Weights of powers of two: name +9 or -2 bits, birth +10 or -3, a prior of 10 bits against. */
    private static final String MODEL = """
            version: 1
            fields:
              name: {from: name, as: name}
              birth: {from: birth, as: date}
            blocks:
              - [name]
              - [birth]
            comparisons:
              name:
                levels: [{is: exact, m: 0.512, u: 0.001}, {is: else, m: 0.2, u: 0.8}]
              birth:
                levels: [{is: exact, m: 0.9216, u: 0.0009}, {is: else, m: 0.1, u: 0.8}]
            decision: {join: 0.9, review: 0.01}
            prior: 0.0009765625
            """;

    private static final String PEOPLE = """
            id,name,birth,who
            1,anna,2015-01-02,A
            2,berta,2016-02-03,B
            3,Anna,2015-01-02,A
            4,clara,2015-01-02,C
            5,anna,,A
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void writeModelAndTable() throws IOException {
        write("model.yaml", MODEL);
        write("people.csv", PEOPLE);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private String written(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    /** A command of which words that begin with {@code @} are files of the directory. */
    private CommandRun run(String... words) {
        String[] given =
                Stream.of(words).map(word -> word.replace("@", directory + "/")).toArray(String[]::new);
        return CommandRun.of(Map.of("CHILDFILE_LANG", "en", "CHILDFILE_HOME", directory + "/home"), given);
    }

    private CommandRun link(String... more) {
        List<String> words =
                new ArrayList<>(List.of("link", "@people.csv", "--model", "@model.yaml", "--out", "@out.csv"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void assertRefused(CommandRun run, String... told) throws IOException {
        assertThat(run.err().replace(directory + "/", "")).isEqualTo("Error: " + String.join("\n", told) + "\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(files()).doesNotContain("out.csv").noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void everyRowGetsItsClusterInTheOrderOfTheFile() throws IOException {
        CommandRun run = link();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(written("out.csv")).isEqualTo("""
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
        assertThat(files()).containsExactly("model.yaml", "out.csv", "people.csv");
    }

    @Test
    void everyPairFromTheReviewThresholdOnIsWrittenWithItsFate() throws IOException {
        CommandRun run = link("--pairs", "@pairs.csv");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(written("pairs.csv")).isEqualTo("""
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
        assertThat(link().err()).isEqualTo("""
                rule of blocking  pairs  pairs left out
                ────────────────  ─────  ──────────────
                name                  3               0
                birth                 3               0
                """);
    }

    @Test
    void aRuleThatExplodesIsShownWithItsWorstKeysMasked() throws IOException {
        write("model.yaml", MODEL.replace("fields:", "max-block: 2\nfields:"));

        assertThat(link().err())
                .contains("name: keys that more than 2 rows share are left out (max-block); the worst:\n  3  a***\n");
        assertThat(link("--reveal").err()).contains("\n  3  anna\n");
    }

    @Test
    void severalFilesAreLinkedAndTheModelSaysWhetherPairsWithinOneCount() throws IOException {
        write("b.csv", "key,birth,name\nx,2015-01-02,anna\n");
        write("model.yaml", MODEL.replace("fields:", "link: one-to-one\nfields:"));
        write("a.csv", "id,name,birth\n1,anna,2015-01-02\n2,anna,2015-01-02\n3,berta,2016-02-03\n");

        CommandRun run = run("link", "@a.csv", "@b.csv", "--model", "@model.yaml", "--out", "@out.csv");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(written("out.csv")).isEqualTo("source,id,cluster\na.csv,1,1\na.csv,2,2\na.csv,3,3\nb.csv,x,1\n");
    }

    @Test
    void theTruthIsMeasuredAgainst() {
        CommandRun run = link("--truth", "who");

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
        write("people.csv", PEOPLE.replace(",who", ",rec").replaceAll(",([ABC])\n", ",rec-$1-dup\n"));

        assertThat(link("--truth", "rec/rec-(\\w)-").out()).contains("pairs          1.00000  0.33333  0.50000\n");
    }

    @ParameterizedTest
    @CsvSource({
        "who/(, '--truth: ( is no regular expression: Unclosed group'",
        "who/abc, '--truth: abc has to have one group (…), the part of the cell that is the person'"
    })
    void aTruthThatCannotBeReadIsRefused(String truth, String told) throws IOException {
        assertRefused(link("--truth", truth), told);
    }

    @Test
    void theResultIsCheckedAgainstPairsThatAPersonDecided() throws IOException {
        write("labels.csv", """
                source_a,id_a,source_b,id_b,weight,same
                people.csv,1,people.csv,3,9.0,yes
                people.csv,3,people.csv,5,-1.0,yes
                people.csv,1,people.csv,4,-2.0,no
                people.csv,3,people.csv,4,-2.0,
                """);

        CommandRun run = link("--labels", "@labels.csv");

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
        write("people.csv", people.toString());
        write("labels.csv", labels.toString());

        double without = chanceOfAnotherBirth();
        double with = chanceOfAnotherBirth("--labels", "@labels.csv");

        assertThat(with).isGreaterThan(without + 0.05);
    }

    /** m of the level else of birth, learned anew. */
    private double chanceOfAnotherBirth(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("--train", "--model-out", "@learned.yaml"));
        words.addAll(List.of(more));
        CommandRun run = link(words.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        String birth = written("learned.yaml").split("birth:\n    of")[1];
        return Double.parseDouble(birth.replaceAll("(?s).*?is: else, m: ([0-9.E-]+),.*", "$1"));
    }

    @Test
    void mistakesInDecidedPairsAreToldAllAtOnce() throws IOException {
        write("labels.csv", """
                source_a,id_a,source_b,id_b,same
                people.csv,1,people.csv,1,yes
                people.csv,1,other.csv,3,yes
                people.csv,1,people.csv,9,yes
                people.csv,1,people.csv,3,perhaps
                people.csv,1
                """);

        assertRefused(
                link("--labels", "@labels.csv"),
                "labels.csv:2: both sides are the same row",
                "labels.csv:3: no table is called other.csv; there are people.csv",
                "labels.csv:4: people.csv has no row with this id",
                "labels.csv:5: same: found perhaps, allowed are yes, no and nothing",
                "labels.csv:6: found 2 cells, which is fewer than the header has");
    }

    @Test
    void decidedPairsWithoutAVerdictAreRefused() throws IOException {
        write("labels.csv", "source_a,id_a,source_b,id_b,weight\n");

        assertRefused(
                link("--labels", "@labels.csv"),
                "labels.csv:1: no column same; there are source_a, id_a, source_b, id_b, weight");
    }

    @Test
    void aModelWithoutWeightsIsTrainedAndSaidSoAndCanBeKept() throws IOException {
        write("model.yaml", MODEL.replaceAll(", m: [0-9.]+, u: [0-9.]+", "").replaceAll("prior.*\n", ""));

        CommandRun run = link("--model-out", "@learned.yaml");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err().replace(directory + "/", ""))
                .endsWith("model.yaml has no learned weights yet; they are learned from the pairs first"
                        + " (--model-out keeps them)\n");
        assertThat(written("learned.yaml")).contains("prior: ").contains(", m: ");
        assertThat(run("link", "@people.csv", "--model", "@learned.yaml", "--out", "@again.csv")
                        .exitCode())
                .isZero();
        assertThat(written("again.csv")).isEqualTo(written("out.csv"));
    }

    @Test
    void aLearnedModelIsLearnedAnewOnlyWhenAsked() throws IOException {
        assertThat(link("--model-out", "@same.yaml").err()).doesNotContain("learned");
        assertThat(written("same.yaml")).contains("prior: 9.765625E-4");
        assertThat(link("--train", "--model-out", "@other.yaml").err()).contains("are learned anew, as --train asks");
        assertThat(written("other.yaml")).doesNotContain("prior: 9.765625E-4");
    }

    @Test
    void theSameTableAndSeedGiveTheSameBytesOnOneThreadAndOnMany() throws IOException {
        link("--train", "--seed", "4", "--threads", "1", "--model-out", "@one.yaml", "--pairs", "@one.csv");
        link("--train", "--seed", "4", "--threads", "3", "--model-out", "@many.yaml", "--pairs", "@many.csv");

        assertThat(written("many.yaml")).isEqualTo(written("one.yaml"));
        assertThat(written("many.csv")).isEqualTo(written("one.csv"));
    }

    @Test
    void otherEncodingsAndDelimitersAreReadWhenTheyAreNamed() throws IOException {
        Files.write(
                directory.resolve("people.csv"),
                "编号;name;birth\n一;张明;2015-01-02\n二;张明;2015-01-02\n".getBytes(Charset.forName("GB18030")));

        CommandRun run = link("--charset", "GB18030", "--delimiter", ";");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(written("out.csv")).isEqualTo("source,id,cluster\npeople.csv,一,1\npeople.csv,二,1\n");
    }

    @Test
    void anEncodingThatIsNotTheFilesIsToldOf() throws IOException {
        Files.write(
                directory.resolve("people.csv"),
                "id,name,birth\n1,é,2015-01-02\n".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(link(), "people.csv: is not UTF-8; save it so, or name its encoding");
    }

    @Test
    void allMistakesOfTheModelAndTheTableAreToldAtOnce() throws IOException {
        write(
                "model.yaml",
                MODEL.replace("{from: birth,", "{from: brith,")
                        .replace("join: 0.9, review: 0.01", "join: 0.5, review: 0.9"));

        assertRefused(
                link("--report", "@nowhere/report.html"),
                "model.yaml:4: birth: people.csv has no column brith (did you mean birth?); there are id, name, birth, who",
                "model.yaml:13: review: found 0.9, which is above join (0.5); review comes first",
                "nowhere/report.html: there is no directory to write it to. Make it and run again.");
    }

    @Test
    void aBlockWithoutARuleIsRefused() throws IOException {
        write("model.yaml", MODEL.replace("- [birth]", "- []"));

        assertRefused(
                link(), "model.yaml:5: blocks: a rule names no field; without one every row would meet every other");
    }

    @Test
    void raggedLinesAndIdsThatStandTwiceAreToldOfWithTheirLines() throws IOException {
        write("people.csv", "id,name,birth\n1,anna,2015-01-02\n1,berta,2016-02-03\n2,clara\n,dora,2017-03-04\n");

        assertRefused(
                link(),
                "people.csv:3: the id stands already in line 2",
                "people.csv:4: found 2 cells, the header has 3",
                "people.csv:5: the id is missing");
    }

    @Test
    void anEmptyTableAndOneWithoutRowsAreRefused() throws IOException {
        write("people.csv", "");
        assertRefused(link(), "people.csv: the file is empty");
        write("people.csv", "id,name,birth\n");
        assertRefused(link(), "people.csv: the file has no row beside its header");
    }

    @Test
    void whatIsMissingIsToldOf() throws IOException {
        assertRefused(
                run("link", "@nobody.csv", "--model", "@none.yaml", "--out", "@out.csv"),
                "nobody.csv: there is no such file",
                "none.yaml: cannot be read: there is no such file");
        assertRefused(
                link("--id", "nr", "--truth", "whom"),
                "people.csv:1: no column nr (did you mean id?); there are id, name, birth, who",
                "people.csv:1: no column whom (did you mean who?); there are id, name, birth, who");
    }

    @Test
    void noOutputTakesThePlaceOfAnInput() throws IOException {
        assertRefused(
                run("link", "@people.csv", "--model", "@model.yaml", "--out", "@people.csv"),
                "people.csv: is read as an input; name another file to write to");
        assertThat(written("people.csv")).isEqualTo(PEOPLE);
    }

    @Test
    void twoFilesOfOneNameCouldNotBeToldApart() throws IOException {
        Files.createDirectory(directory.resolve("b"));
        write("b/people.csv", PEOPLE);

        assertRefused(
                run("link", "@people.csv", "@b/people.csv", "--model", "@model.yaml", "--out", "@out.csv"),
                "b/people.csv: another file is called people.csv, too; the source of a row could not be told");
    }

    @ParameterizedTest
    @CsvSource({
        "--charset, UFT-9, '--charset: there is no encoding UFT-9; try UTF-8, GB18030 or ISO-8859-1'",
        "--delimiter, ab, '--delimiter: found ab, allowed is one character, or tab'",
        "--threads, 0, '--threads: found 0, allowed is 1 or more'"
    })
    void optionsThatMakeNoSenseAreRefused(String option, String value, String told) throws IOException {
        assertRefused(link(option, value), told);
    }
}
