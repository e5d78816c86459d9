package org.childfile.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.childfile.ingest.connect.Heard;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.connector.SmallConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tables as people and their programs make them: what is nothing, what costs a row, and what stops a file.
 *
 * <p>Over 250 lines, because each habit has its example beside the others.
 */
class TablesOfPeopleTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEAD = "no,name,note,at\n";

    private final Heard heard = new Heard();

    @Test
    void separatorsAndColumnsTooManyAreNothing() {
        split("no,name\n1,a,\n2,b\n3,c,,,,,\n");
        assertThat(heard.lines()).isEqualTo("""
            line 2 | 1 | 1,a,
            line 3 | 2 | 2,b
            line 4 | 3 | 3,c,,,,,
            """);
    }

    @Test
    void headingsThatAreEmptyAreNothingAndATextBelowOneCostsItsRowAlone() {
        split("no,name,,note,,\n1,a,,x,,\n2,b,y,x,,\n3,c,,x\n");
        assertThat(heard.lines()).isEqualTo("""
            line 2 | 1 | 1,a,,x,,
            line 3 | MALFORMED | 2,b,y,x,,
            line 4 | 3 | 3,c,,x
            """);
        assertThat(refused(1).text()).isEqualTo("a text under no heading in column 3 (C)");
        assertThat(refused(1).personal()).isFalse();
    }

    @Test
    void anEmptyHeadingIsNoUnknownField() {
        RecordIntake intake = heard.intake(SmallConnector.csv("charset: UTF-8"));
        FileSplitter.split(stream("no,name,,note,at,,\n1,a,,x,,,\n"), intake);
        assertThat(intake.complete(Optional.empty()).drift()).isEmpty();
    }

    @Test
    void aDoubledHeadingOfTheContractStopsTheFileAndNamesBothColumns() {
        assertThatThrownBy(() -> split("no,name,x,name,note,note\n1,a,,b,,\n"))
                .isInstanceOf(PullFailed.class)
                .hasMessage("columns stand twice: name in column 2 (B) and column 4 (D), note in column 5 (E) and"
                        + " column 6 (F); which one counts cannot be told")
                .extracting(failure -> ((PullFailed) failure).reason())
                .isEqualTo(PullFailed.Reason.DOUBLED_COLUMN);
    }

    @Test
    void aDoubledHeadingThatNobodyReadsIsNothing() {
        split("no,x,name,x\n1,q,a,r\n");
        assertThat(heard.lines()).isEqualTo("line 2 | 1 | 1,q,a,r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no,name,note,at",
                "\uFEFFno,name,note,at",
                "\"no\",\"name\",\"note\",\"at\"",
                "no, name ,note,at,,"
            })
    void headingsInMidFileAreNoRecordAndAreCounted(String again) {
        RecordIntake intake = heard.intake(SmallConnector.csv("charset: UTF-8"));
        FileSplitter.split(stream(HEAD + "1,a,,\n" + again + "\n2,b,,\n" + again + "\n3,c,,\n"), intake);

        assertThat(heard.records).extracting(RawRecord::key).containsExactly("1", "2", "3");
        Completion completion = intake.complete(Optional.empty());
        assertThat(completion.records()).isEqualTo(3);
        assertThat(completion.drift()).containsExactly("the headings came again and were passed over (2 times)");
    }

    @Test
    void otherHeadingsInMidFileEndThePull() {
        assertThatThrownBy(() -> split(HEAD + "1,a,,\nname,no,note,at\nb,2,,\n"))
                .isInstanceOf(PullFailed.class)
                .hasMessage("line 3 holds other headings than the first: two tables were put together");
    }

    @Test
    void byteOrderMarksAreRemovedAtTheStartOfEachLine() {
        split("\uFEFF\uFEFF" + HEAD + "1,a,,\n\uFEFF2,b,,\n\uFEFF\uFEFF\"3\",c,,\n");
        assertThat(heard.records).extracting(RawRecord::key).containsExactly("1", "2", "3");

        Heard chinese = new Heard();
        byte[] bytes = ("\uFEFF" + HEAD + "1,张,,\n\uFEFF2,李,,\n").getBytes(GB18030);
        FileSplitter.split(new ByteArrayInputStream(bytes), chinese.intake(SmallConnector.csv("charset: GB18030")));
        assertThat(chinese.records).extracting(RawRecord::key).containsExactly("1", "2");
    }

    @Test
    void emptyLinesAndLinesOfEmptyCellsAreNoRows() {
        split("\n" + HEAD + "1,a,,\n,,,\n  \n\"\",,\"\",\n2,b,,\n\n\n");
        assertThat(heard.records).extracting(RawRecord::key).containsExactly("1", "2");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, UTF-16LE, true",
        "UTF-16BE, UTF-16, true",
        "UTF-16LE, UTF-16, true",
        "UTF-16LE, UTF-16LE, false"
    })
    void utf16IsReadByItsMarkOrAsTheConnectorSays(String written, String declared, boolean mark) {
        byte[] bytes = ((mark ? "\uFEFF" : "") + HEAD + "1,𠮷,,\n2,b?,,\n").getBytes(Charset.forName(written));
        // Java writes no half of a pair: put one in place of the question mark.
        bytes = halved(bytes, written);
        Connector connector = SmallConnector.csv("charset: " + declared);
        FileSplitter.split(new ByteArrayInputStream(bytes), heard.intake(connector));

        assertThat(heard.lines()).startsWith("line 2 | 1 | 1,𠮷,,\nline 3 | BAD_ENCODING |");
        assertThat(heard.records.get(1).key()).isEqualTo("2");
    }

    @Test
    void anEncodingThatIsNotTheConnectorsIsRefusedInWords() {
        assertThatThrownBy(() -> split(
                        SmallConnector.csv("charset: UTF-8"), ("\uFEFF" + HEAD).getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(PullFailed.class)
                .hasMessageStartingWith("the file's byte-order mark says UTF-16, the connector says UTF-8;");
        assertThatThrownBy(() -> split(
                        SmallConnector.csv("charset: GB18030"), ("\uFEFF" + HEAD).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PullFailed.class)
                .hasMessageStartingWith("the file's byte-order mark says UTF-8, the connector says GB18030;");
        assertThatThrownBy(() -> split(SmallConnector.csv("charset: UTF-8"), HEAD.getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(PullFailed.class)
                .hasMessageStartingWith("the first line is full of NUL bytes");
        assertThatThrownBy(() -> SmallConnector.csv("charset: UTF-32"))
                .hasMessageContaining("found UTF-32, allowed are UTF-16 and sets in which line ends");
    }

    @Test
    void carriageReturnsAloneEndLinesWhereTheFirstOneDoes() {
        split("no,name\r1,a\r2,\"b\rc\"\r3,d");
        assertThat(heard.records).extracting(RawRecord::key).containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,c,,\"cut", "3,c", "3,c,,2026-11-", "{", "\0\0\0\0"})
    void aLastLineThatIsBrokenAndHasNoEndMeansThatTheFileWasCut(String last) {
        assertThatThrownBy(() -> split(HEAD + "1,a,,\n2,b,,\n" + last))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the last line, 4, is broken and has no line ending: the file was cut short")
                .extracting(failure -> ((PullFailed) failure).reason())
                .isEqualTo(PullFailed.Reason.CUT_SHORT);
    }

    @Test
    void aLastLineThatIsWholeNeedsNoEndAndNeitherDoesATotal() {
        split(HEAD + "1,a,,\n2,b,,2026-11-22");
        assertThat(heard.records).extracting(RawRecord::key).containsExactly("1", "2");
        split(HEAD + "1,a,,\n合计,1");
        assertThat(heard.records.getLast().possible()).isEqualTo(new PossibleKeys.None());
    }

    @Test
    void jsonLinesThatWereCutEndThePull() {
        Connector connector = SmallConnector.with("""
            key: no
            format: {type: ndjson}
            fields: {required: [no]}
            """);
        assertThatThrownBy(() -> split(connector, "{\"no\":1}\n{\"no\":2,\"na".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the last line, 2, is broken and has no line ending: the file was cut short");
    }

    @Test
    void anErrorOfASpreadsheetIsNoKey() {
        split(HEAD + "#REF!,a,,\n#N/A,b,,\n");
        assertThat(heard.lines()).isEqualTo("""
            line 2 | ERROR_CELL no | #REF!,a,,
            line 3 | ERROR_CELL no | #N/A,b,,
            """);
        assertThat(refused(0).shown()).isEqualTo("#REF!");
    }

    private Unusable refused(int record) {
        return heard.records.get(record).unusable().orElseThrow();
    }

    private static byte[] halved(byte[] bytes, String charset) {
        byte[] mark = "b?".getBytes(Charset.forName(charset));
        for (int i = 0; i + mark.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + mark.length, mark, 0, mark.length)) {
                boolean big = mark[0] == 0;
                bytes[i + 2] = (byte) (big ? 0xD8 : 0x73);
                bytes[i + 3] = (byte) (big ? 0x73 : 0xD8);
            }
        }
        return bytes;
    }

    private void split(String text) {
        split(SmallConnector.csv("charset: UTF-8"), text.getBytes(StandardCharsets.UTF_8));
    }

    private void split(Connector connector, byte[] bytes) {
        FileSplitter.split(new ByteArrayInputStream(bytes), heard.intake(connector));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
