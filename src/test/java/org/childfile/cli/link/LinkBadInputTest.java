package org.childfile.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake is told with its place and how to mend it, and nothing is written. */
@SuppressWarnings("NullAway.Init")
class LinkBadInputTest {

    @TempDir
    private Path directory;

    private SmallTable small;

    @BeforeEach
    void writeModelAndTable() throws IOException {
        small = SmallTable.in(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "who/(, '--truth: ( is no regular expression: Unclosed group'",
        "who/abc, '--truth: abc has to have one group (…), the part of the cell that is the person'"
    })
    void aTruthThatCannotBeReadIsRefused(String truth, String told) throws IOException {
        small.assertRefused(small.link("--truth", truth), told);
    }

    @Test
    void anEncodingThatIsNotTheFilesIsToldOf() throws IOException {
        Files.write(
                directory.resolve("people.csv"),
                "id,name,birth\n1,é,2015-01-02\n".getBytes(StandardCharsets.ISO_8859_1));

        small.assertRefused(small.link(), "people.csv: is not UTF-8; save it so, or name its encoding");
    }

    @Test
    void allMistakesOfTheModelAndTheTableAreToldAtOnce() throws IOException {
        small.write(
                "model.yaml",
                SmallTable.MODEL
                        .replace("{from: birth,", "{from: brith,")
                        .replace("join: 0.9, review: 0.01", "join: 0.5, review: 0.9"));

        small.assertRefused(
                small.link("--report", "@nowhere/report.html"),
                "model.yaml:4: birth: people.csv has no column brith (did you mean birth?); there are id, name, birth, who",
                "model.yaml:13: review: found 0.9, which is above join (0.5); review comes first",
                "nowhere/report.html: there is no directory to write it to. Make it and run again.");
    }

    @Test
    void aBlockWithoutARuleIsRefused() throws IOException {
        small.write("model.yaml", SmallTable.MODEL.replace("- [birth]", "- []"));

        small.assertRefused(
                small.link(),
                "model.yaml:5: blocks: a rule names no field; without one every row would meet every other");
    }

    @Test
    void raggedLinesAndIdsThatStandTwiceAreToldOfWithTheirLines() throws IOException {
        small.write("people.csv", "id,name,birth\n1,anna,2015-01-02\n1,berta,2016-02-03\n2,clara\n,dora,2017-03-04\n");

        small.assertRefused(
                small.link(),
                "people.csv:3: the id stands already in line 2",
                "people.csv:4: found 2 cells, the header has 3",
                "people.csv:5: the id is missing");
    }

    @Test
    void aQuotationMarkThatIsNeverClosedIsToldOfWithItsLine() throws IOException {
        small.write("people.csv", "id,name,birth\n1,anna,2015-01-02\n2,\"berta,2016-02-03\n3,clara,\n");

        small.assertRefused(
                small.link(),
                "people.csv:3: a cell begins with a quotation mark that is never closed; close it, or double it inside marks");
    }

    @Test
    void anEmptyTableAndOneWithoutRowsAreRefused() throws IOException {
        small.write("people.csv", "");
        small.assertRefused(small.link(), "people.csv: the file is empty");
        small.write("people.csv", "id,name,birth\n");
        small.assertRefused(small.link(), "people.csv: the file has no row beside its header");
    }

    @Test
    void whatIsMissingIsToldOf() throws IOException {
        small.assertRefused(
                small.run("link", "@nobody.csv", "--model", "@none.yaml", "--out", "@out.csv"),
                "nobody.csv: there is no such file",
                "none.yaml: cannot be read: there is no such file");
        small.assertRefused(
                small.link("--id", "nr", "--truth", "whom"),
                "people.csv:1: no column nr (did you mean id?); there are id, name, birth, who",
                "people.csv:1: no column whom (did you mean who?); there are id, name, birth, who");
    }

    @Test
    void noOutputTakesThePlaceOfAnInput() throws IOException {
        small.assertRefused(
                small.run("link", "@people.csv", "--model", "@model.yaml", "--out", "@people.csv"),
                "people.csv: is read as an input; name another file to write to");
        assertThat(small.written("people.csv")).isEqualTo(SmallTable.PEOPLE);
    }

    @Test
    void twoFilesOfOneNameCouldNotBeToldApart() throws IOException {
        Files.createDirectory(directory.resolve("b"));
        small.write("b/people.csv", SmallTable.PEOPLE);

        small.assertRefused(
                small.run("link", "@people.csv", "@b/people.csv", "--model", "@model.yaml", "--out", "@out.csv"),
                "b/people.csv: another file is called people.csv, too; the source of a row could not be told");
    }

    @ParameterizedTest
    @CsvSource({
        "--charset, UFT-9, '--charset: there is no encoding UFT-9; try UTF-8, GB18030 or ISO-8859-1'",
        "--delimiter, ab, '--delimiter: found ab, allowed is one character, or tab'",
        "--threads, 0, '--threads: found 0, allowed is 1 or more'"
    })
    void optionsThatMakeNoSenseAreRefused(String option, String value, String told) throws IOException {
        small.assertRefused(small.link(option, value), told);
    }
}
