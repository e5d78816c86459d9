package org.childfile.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.format.Fields;
import org.childfile.ingest.format.RecordParser;
import org.childfile.ingest.format.XmlRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlPageReaderTest {

    private static final Connector.Format.Xml FORMAT = new Connector.Format.Xml("person");

    @Test
    void recordsAreCutOutByteForByte() {
        String first = "<person op=\"U\">\n  <XM>张&#x4E09;</XM><XB/> </person>";
        String second = "<person\top='I'><XM><![CDATA[a<b]]></XM></person>";
        FeedPage page =
                read("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<persons page=\"2\" pages=\"7\" total=\"6210\">"
                        + first + "\n" + second + "</persons>");

        assertThat(page.records().stream().map(record -> new String(record, StandardCharsets.UTF_8)))
                .containsExactly(first, second);
        assertThat(page.number()).isEqualTo(OptionalInt.of(2));
        assertThat(page.pages()).isEqualTo(OptionalInt.of(7));
        assertThat(page.total()).isEqualTo(OptionalInt.of(6210));
    }

    @Test
    void aRecordsFieldsAreItsAttributesAndChildren() throws Exception {
        Fields fields = new XmlRecord()
                .parse("<person op=\"U\"><XM>张&#x4E09; &amp;</XM><CYM/></person>".getBytes(StandardCharsets.UTF_8));

        assertThat(fields.names()).containsExactlyInAnyOrder("@op", "XM", "CYM");
        assertThat(fields.text("@op")).isEqualTo("U");
        assertThat(fields.text("XM")).isEqualTo("张三 &");
        assertThat(fields.text("CYM")).isEmpty();
        assertThat(fields.text("absent")).isNull();
    }

    @Test
    void anElementWithALongerNameIsNoRecord() {
        assertThat(read("<persons page=\"1\" pages=\"1\" total=\"0\"><personal>x</personal></persons>")
                        .records())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE persons SYSTEM \"http://localhost/x.dtd\"><persons/>",
                "<?xml version=\"1.0\"?><!DOCTYPE persons [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<persons><person>&x;</person></persons>",
                "<!-- c --> <!doctype persons><persons/>"
            })
    void aDocumentTypeIsRefused(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the page holds a document type or an entity; such XML is refused")
                .extracting(failure -> ((PullFailed) failure).reason())
                .isEqualTo(PullFailed.Reason.FORBIDDEN_XML);
    }

    @Test
    void aDocumentTypeFarBehindTheStartIsRefusedToo() {
        String body = "<!--" + "x".repeat(500) + "--><!DOCTYPE p [<!ENTITY x \"y\">]><persons/>";

        assertThatThrownBy(() -> read(body))
                .isInstanceOf(PullFailed.class)
                .extracting(failure -> ((PullFailed) failure).reason())
                .isEqualTo(PullFailed.Reason.FORBIDDEN_XML);
    }

    @Test
    void anEntityThatNobodyDeclaredIsRefused() {
        assertThatThrownBy(() -> read("<persons><person>&x;</person></persons>"))
                .isInstanceOf(PullFailed.class);
    }

    @Test
    void anInclusionIsNotFollowed() {
        String person = "<person><XM><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\""
                + " href=\"file:///etc/passwd\" parse=\"text\"/></XM></person>";
        FeedPage page = read("<persons page=\"1\" pages=\"1\" total=\"1\">" + person + "</persons>");

        assertThat(page.records().stream().map(record -> new String(record, StandardCharsets.UTF_8)))
                .containsExactly(person);
        assertThatThrownBy(() -> new XmlRecord().parse(page.records().getFirst()))
                .isInstanceOf(RecordParser.Malformed.class);
    }

    @Test
    void aRecordThatDeclaresEntitiesIsMalformed() {
        String record = "<!DOCTYPE p [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + "<person><XM>&b;</XM></person>";

        assertThatThrownBy(() -> new XmlRecord().parse(record.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RecordParser.Malformed.class);
    }

    @Test
    void aTextOfManyMegabytesIsReadAndAThousandLevelsAreNot() throws Exception {
        String text = "张".repeat(4 << 20);
        assertThat(new XmlRecord()
                        .parse(("<person><XM>" + text + "</XM></person>").getBytes(StandardCharsets.UTF_8))
                        .text("XM"))
                .isEqualTo(text);
        String deep = "<a>".repeat(1000) + "</a>".repeat(1000);
        assertThatThrownBy(
                        () -> new XmlRecord().parse(("<person>" + deep + "</person>").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RecordParser.Malformed.class);
    }

    @Test
    void aRecordInsideACommentIsNotGuessedAt() {
        assertThatThrownBy(() -> read("<persons><person>a</person><!-- <person>b</person> --></persons>"))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the page has 1 records, but 2 can be cut out of it");
    }

    @Test
    void aWebPageIsNoPage() {
        assertThatThrownBy(() -> read("<!DOCTYPE html><html></html>"))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the department answered with a web page where data were expected");
    }

    @Test
    void aPageThatIsCutShortFailsWhereverTheCutIs() {
        String body = "<persons page=\"1\" pages=\"1\" total=\"1\"><person op=\"I\"><XM>a</XM></person></persons>";
        for (int length = 0; length < body.length(); length++) {
            String part = body.substring(0, length);
            assertThatThrownBy(() -> read(part)).as(part).isInstanceOf(PullFailed.class);
        }
    }

    private static FeedPage read(String body) {
        return XmlPageReader.read(FORMAT, body.getBytes(StandardCharsets.UTF_8));
    }
}
