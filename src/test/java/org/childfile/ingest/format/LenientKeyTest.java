package org.childfile.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.childfile.ingest.connect.Heard;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.SmallConnector;
import org.junit.jupiter.api.Test;

/** What can still be told of the key of a row that cannot be read. */
class LenientKeyTest {

    private static final String HEAD = "no,name,note,at\n";
    private static final String WIDE = """
        key: no
        format: {type: csv}
        fields: {required: [no, name], optional: [a, b, c]}
        """;

    private final Heard heard = new Heard();

    @Test
    void theKeyOfABrokenLineIsReadLeniently() {
        split("no,name,note,at\n1,a,x,y,z\n2,b\n12,c,d,,\"e\n合计,2,\n,合计,2,\n1,a,,2,b,,,q\n,b,,\n");
        assertThat(heard.records.stream().map(LenientKeyTest::key))
                .containsExactly("1", "OneOf[keys=[2]]", "OneOf[keys=[12]]", "None[]", "None[]", "Any[]", "Any[]");
    }

    @Test
    void aKeyBehindABrokenPlaceMayHaveMoved() {
        Connector connector = SmallConnector.with(WIDE.replace("key: no", "key: a"));
        split(connector, "no,name,a,b,c\n1,x,k1,,,z\n2,x\n".getBytes(StandardCharsets.UTF_8));
        assertThat(heard.records.stream().map(LenientKeyTest::key)).containsExactly("OneOf[keys=[k1]]", "Any[]");
    }

    @Test
    void aLineWithAByteThatDoesNotDecodeKeepsItsKeyUnlessTheByteIsInIt() {
        byte[] bytes = (HEAD + "1,a?,,\n2?,b,,\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xB5 : bytes[i];
        }
        split(SmallConnector.csv("charset: UTF-8"), bytes);
        assertThat(heard.records.stream().map(LenientKeyTest::key)).containsExactly("1", "Any[]");
    }

    @Test
    void aStrayQuoteCostsItsOwnLineAndNotThoseUpToTheNextOne() {
        split(SmallConnector.with(WIDE), """
            no,name,a,b,c
            1,x,"left open,,
            2,x,,,
            3,x,a "word" in it,,
            4,x,,,
            5,x,right",,
            6,x,"two
            lines",,
            """.getBytes(StandardCharsets.UTF_8));
        assertThat(heard.records.stream().map(LenientKeyTest::key))
                .containsExactly("OneOf[keys=[1]]", "2", "3", "4", "5", "6");
    }

    @Test
    void theKeyOfBrokenJsonIsCertainOnlyBeforeTheBreak() {
        Connector connector = SmallConnector.with("""
            key: no
            format: {type: ndjson}
            fields: {required: [no, name]}
            """);
        split(connector, """
            {"no":"1","name":"a
            {"name":"a,"no":"2"}
            {"no":"3","name":"a"}{"no":"4","name":"b"}
            {"no":5
            ["6"]
            {"no":"7","name":"a"}
            """.getBytes(StandardCharsets.UTF_8));
        assertThat(heard.records.stream().map(LenientKeyTest::key))
                .containsExactly("1", "OneOf[keys=[2]]", "OneOf[keys=[3, 4]]", "Any[]", "Any[]", "7");
    }

    private static String key(RawRecord record) {
        return record.key() != null ? record.key() : record.possible().toString();
    }

    private void split(String text) {
        split(SmallConnector.csv("charset: UTF-8"), text.getBytes(StandardCharsets.UTF_8));
    }

    private void split(Connector connector, byte[] bytes) {
        FileSplitter.split(new ByteArrayInputStream(bytes), heard.intake(connector));
    }
}
