package org.childfile.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.childfile.ingest.connect.Heard;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.connector.SmallConnector;
import org.junit.jupiter.api.Test;

class FileSplitterTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String NDJSON = """
        key: no
        format: {type: ndjson}
        fields: {required: [no, name]}
        """;

    private final Heard heard = new Heard();

    @Test
    void aTableIsItsHeaderAndARecordALine() {
        split(SmallConnector.csv("charset: UTF-8"), "no,name,note,at\r\n1,张三,\"a, b\",\r\n\r\n2,李四,\"c\nd\",\r\n");

        assertThat(heard.header).containsExactly("no", "name", "note", "at");
        assertThat(heard.lines()).isEqualTo("""
            line 2 | 1 | 1,张三,"a, b",
            line 4 | 2 | 2,李四,"c
            d",
            """);
    }

    @Test
    void aByteOrderMarkAndSemicolonsAreNoPartOfTheHeader() {
        split(SmallConnector.csv("charset: UTF-8, delimiter: \";\""), "\uFEFFno;name;note;at\n1;张三;;\n");

        assertThat(heard.header).containsExactly("no", "name", "note", "at");
        assertThat(heard.lines()).isEqualTo("line 2 | 1 | 1;张三;;\n");
    }

    @Test
    void aTableInGb18030IsLandedInItsOwnBytes() {
        Connector connector = SmallConnector.csv("charset: GB18030");
        FileSplitter.split(new ByteArrayInputStream("no,name\n1,张𠀀\n".getBytes(GB18030)), heard.intake(connector));

        assertThat(heard.records.getFirst().content()).isEqualTo("1,张𠀀".getBytes(GB18030));
        assertThat(heard.lines(GB18030)).isEqualTo("line 2 | 1 | 1,张𠀀\n");
    }

    @Test
    void aLineThatIsNoRecordCostsItselfAlone() {
        split(SmallConnector.csv("charset: UTF-8"), "no,name\n1,a,surplus\n2\n3,\"c\n4,d\n,e\n");

        assertThat(heard.lines()).isEqualTo("""
            line 2 | MALFORMED | 1,a,surplus
            line 3 | MALFORMED | 2
            line 4 | MALFORMED | 3,"c
            line 5 | 4 | 4,d
            line 6 | MISSING_KEY no | ,e
            """);
        assertThat(heard.records.getFirst().unusable().map(Unusable::text)).contains("3 cells under 2 columns");
    }

    @Test
    void aLineInAnotherEncodingCostsItselfAlone() {
        byte[] head = "no,name\n1,a\n2,".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(head, head.length + 3);
        bytes[head.length] = (byte) 0xD5;
        bytes[head.length + 1] = (byte) 0xC5;
        bytes[head.length + 2] = '\n';
        FileSplitter.split(new ByteArrayInputStream(bytes), heard.intake(SmallConnector.csv("charset: UTF-8")));

        assertThat(heard.records.get(1).unusable().map(Unusable::reason)).contains(Unusable.Reason.BAD_ENCODING);
        assertThat(heard.records.get(1).content()).isEqualTo(Arrays.copyOfRange(bytes, 12, 16));
    }

    @Test
    void aMissingRequiredColumnEndsThePullAndNamesAll() {
        assertThatThrownBy(() -> split(SmallConnector.csv("charset: UTF-8"), "no,nmae,at\n1,a,\n"))
                .isInstanceOf(PullFailed.class)
                .hasMessage("required columns are missing: name; found: no, nmae, at; wanted: name, no");
    }

    @Test
    void aWebPageIsNoTable() {
        assertThatThrownBy(() -> split(SmallConnector.csv("charset: UTF-8"), "\n <html>login</html>"))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the department answered with a web page where data were expected")
                .extracting(failure -> ((PullFailed) failure).reason())
                .isEqualTo(PullFailed.Reason.NOT_THE_FORMAT);
        assertThatThrownBy(() -> split(SmallConnector.csv("charset: UTF-8"), "<html>login</html>"))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the department answered with a web page where data were expected");
    }

    @Test
    void anEmptyFileIsNoTable() {
        assertThatThrownBy(() -> split(SmallConnector.csv("charset: UTF-8"), ""))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the file is empty; a CSV has at least its header");
    }

    @Test
    void jsonLinesAreRecordsByteForByte() {
        String first = "{\"no\": 1,  \"name\":\"\\u5f20三\"}";
        split(SmallConnector.with(NDJSON), first + "\r\n\n[1]\n{\"no\":2\n{\"no\":\"3\",\"name\":\"b\"}");

        assertThat(heard.lines()).isEqualTo("""
            line 1 | 1 | %s
            line 3 | MALFORMED | [1]
            line 4 | MALFORMED | {"no":2
            line 5 | 3 | {"no":"3","name":"b"}
            """.formatted(first));
    }

    @Test
    void aPackedFileIsUnpacked() throws IOException {
        Connector connector = SmallConnector.with(NDJSON.replace("ndjson", "ndjson, gzip: true"));
        FileSplitter.split(new ByteArrayInputStream(gzip("{\"no\":1,\"name\":\"a\"}\n")), heard.intake(connector));

        assertThat(heard.lines()).isEqualTo("line 1 | 1 | {\"no\":1,\"name\":\"a\"}\n");
    }

    @Test
    void aPackedFileThatIsCutShortEndsThePull() throws IOException {
        Connector connector = SmallConnector.with(NDJSON.replace("ndjson", "ndjson, gzip: true"));
        byte[] whole = gzip("{\"no\":1,\"name\":\"a\"}\n".repeat(100));

        assertThatThrownBy(() -> FileSplitter.split(
                        new ByteArrayInputStream(whole, 0, whole.length - 12), heard.intake(connector)))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the file ends too early");
        assertThatThrownBy(() -> FileSplitter.split(
                        new ByteArrayInputStream("no,name".getBytes(StandardCharsets.UTF_8)), heard.intake(connector)))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the file cannot be unpacked: Not in GZIP format");
    }

    @Test
    void aBombMeetsTheLimitOfUnpackedBytes() throws IOException {
        Connector connector =
                SmallConnector.with(NDJSON.replace("ndjson", "ndjson, gzip: true") + "limits: {max-unpacked: 64KB}\n");

        assertThatThrownBy(() -> FileSplitter.split(
                        new ByteArrayInputStream(gzip("{\"no\":1,\"name\":\"a\"}\n".repeat(10_000))),
                        heard.intake(connector)))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the answer holds more than max-unpacked allows: 65536 bytes");
    }

    @Test
    void driftIsToldOnceAColumn() {
        RecordIntake intake = heard.intake(SmallConnector.csv("charset: UTF-8"));
        FileSplitter.split(
                new ByteArrayInputStream("no,name,extra\n1,a,x\n2,b,y\n".getBytes(StandardCharsets.UTF_8)), intake);

        assertThat(intake.complete(Optional.empty()).drift())
                .containsExactly("unknown field extra", "optional field at is absent", "optional field note is absent");
    }

    private void split(Connector connector, String text) {
        FileSplitter.split(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), heard.intake(connector));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
