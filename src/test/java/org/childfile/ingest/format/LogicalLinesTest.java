package org.childfile.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.childfile.ingest.connector.PullFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogicalLinesTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void linesEndWithLineFeedsAndLoseACarriageReturnBeforeThem() throws IOException {
        assertThat(lines("a\r\nb\n\r\nc\rd\ne")).containsExactly("1 a", "2 b", "3 ", "4 c\rd", "5 e");
    }

    @Test
    void aLineFeedAtTheEndBeginsNoFurtherLine() throws IOException {
        assertThat(lines("a\n")).containsExactly("1 a");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void aLineFeedInsideQuotesEndsNoLine() throws IOException {
        assertThat(lines("1,\"two\nlines\",x\r\n2,y\n")).containsExactly("1 1,\"two\nlines\",x", "3 2,y");
    }

    @Test
    void doubledQuotesInsideQuotesAreQuotesStill() throws IOException {
        assertThat(lines("1,\"a \"\"b\"\"\n\"\"c\"\n2\n")).containsExactly("1 1,\"a \"\"b\"\"\n\"\"c\"", "3 2");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsOwnLineAlone() throws IOException {
        assertThat(lines("1,a\n2,\"b\n3,c\n4,d\n")).containsExactly("1 1,a", "2 2,\"b", "3 3,c", "4 4,d");
    }

    @Test
    void aQuoteThatIsNotClosedWithinTheLargestRecordCostsItsOwnLineAlone() throws IOException {
        List<String> lines = lines("1,\"a\n" + "2,b\n".repeat(50_000), 4096);

        assertThat(lines).hasSize(50_001);
        assertThat(lines.getFirst()).isEqualTo("1 1,\"a");
        assertThat(lines.getLast()).isEqualTo("50001 2,b");
    }

    @Test
    void quotesMeanNothingWhereTheFormatHasNone() throws IOException {
        LogicalLines lines = new LogicalLines(stream("{\"a\n".getBytes(StandardCharsets.UTF_8), 1), false, 1000);

        assertThat(lines.next()).isEqualTo("{\"a".getBytes(StandardCharsets.UTF_8));
        assertThat(lines.next()).isNull();
    }

    @Test
    void aLineAboveTheLimitEndsThePull() {
        assertThatThrownBy(() -> lines("short\n" + "x".repeat(200_000), 1000))
                .isInstanceOf(PullFailed.class)
                .hasMessage("line 2 is longer than max-record allows: 1000 bytes");
    }

    @Test
    void aLineLongerThanTheBufferIsWhole() throws IOException {
        String longLine = "x".repeat(300_000);

        assertThat(lines("a\n" + longLine + "\nb\n", 1_000_000)).containsExactly("1 a", "2 " + longLine, "3 b");
    }

    /** The second byte of a GB18030 character may be 0x5C or 0x7C, but never a quote or a line feed. */
    @ParameterizedTest
    @ValueSource(strings = {"俓", "乗", "丂|", "㐀", "𠀀", "張,\"李\"", "誠\\"})
    void charactersOfGb18030AreNeverCutApart(String text) throws IOException {
        byte[] bytes = (text + "\n" + text + "\n").getBytes(GB18030);
        LogicalLines lines = new LogicalLines(stream(bytes, 3), true, 1000);

        assertThat(lines.next()).isEqualTo(text.getBytes(GB18030));
        assertThat(lines.next()).isEqualTo(text.getBytes(GB18030));
        assertThat(lines.next()).isNull();
    }

    private static List<String> lines(String text) throws IOException {
        return lines(text, 1000);
    }

    private static List<String> lines(String text, int maxBytes) throws IOException {
        LogicalLines lines = new LogicalLines(stream(text.getBytes(StandardCharsets.UTF_8), 8192), true, maxBytes);
        List<String> found = new ArrayList<>();
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            found.add(lines.number() + " " + new String(line, StandardCharsets.UTF_8));
        }
        return found;
    }

    /** A stream that never gives more than so many bytes at a time. */
    private static InputStream stream(byte[] bytes, int atOnce) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(atOnce, length));
            }
        };
    }
}
