package org.childfile.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.PullFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPageReaderTest {

    private static final Connector.Format.Json FORMAT = new Connector.Format.Json(
            "/data/records",
            Optional.of("/data/total"),
            Optional.of("/data/pageNo"),
            Optional.of("/next"),
            Optional.of("/watermark"),
            Optional.of(new Connector.Status("/code", "0", Set.of("40101"), "/message")));

    @Test
    void recordsAreCutOutByteForByte() {
        String body = """
                {"code":0,"data":{"total":7,"pageNo":2,"records":[ {"a": "é\\u5f20\\"}]{" , "b":[1,{"c":null}] } ,
                {"n":-1.50e+3,"deep":{"records":[{"not":"mine"}]}},[1, 2],"text 张𠀀\\n",-12.5,true,null]},"x":{"y":[1]}}""";

        assertThat(records(body))
                .containsExactly(
                        "{\"a\": \"é\\u5f20\\\"}]{\" , \"b\":[1,{\"c\":null}] }",
                        "{\"n\":-1.50e+3,\"deep\":{\"records\":[{\"not\":\"mine\"}]}}",
                        "[1, 2]",
                        "\"text 张𠀀\\n\"",
                        "-12.5",
                        "true",
                        "null");
    }

    @Test
    void thePageSaysWhatItIs() {
        FeedPage page = read("""
                {"code":"0","data":{"total":12,"records":[],"pageNo":"3"},"next":"c2","watermark":"w"}""");

        assertThat(page.total()).isEqualTo(OptionalInt.of(12));
        assertThat(page.number()).isEqualTo(OptionalInt.of(3));
        assertThat(page.pages()).isEmpty();
        assertThat(page.next()).contains("c2");
        assertThat(page.watermark()).contains("w");
        assertThat(page.records()).isEmpty();
    }

    @Test
    void aNextThatIsNullIsNone() {
        assertThat(read("{\"code\":0,\"data\":{\"records\":[]},\"next\":null}").next())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"code":500,"message":"x","data":null}   | BUSINESS_CODE  | the department answered with its code 500
                    {"code":40101,"data":{"records":[]}}     | TOKEN_EXPIRED  | the department answered with its code 40101
                    {"data":{"records":[]}}                  | BUSINESS_CODE  | the department answered with its code
                    {"code":0,"data":{"records":null}}       | NOT_THE_FORMAT | the page has no list of records at /data/records
                    {"code":0,"data":{"records":[],"total":"all"}} | NOT_THE_FORMAT | the page says all where a number belongs, at /data/total
                    {"code":0,"data":{"records":[]}} {}      | NOT_THE_FORMAT | more than one JSON document in one page
                    <html><body>login</body></html>          | NOT_THE_FORMAT | the department answered with a web page where data were expected
                    """)
    void whatIsNoPageFailsWithAReason(String body, PullFailed.Reason reason, String message) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(PullFailed.class)
                .satisfies(failure ->
                        assertThat(String.valueOf(failure.getMessage()).strip()).isEqualTo(message))
                .extracting(failure -> ((PullFailed) failure).reason())
                .isEqualTo(reason);
    }

    @Test
    void aPageThatIsCutShortFailsWhereverTheCutIs() {
        String body = "{\"code\":0,\"data\":{\"records\":[{\"a\":\"b\"},{\"a\":\"c\"}]}}";
        for (int length = 0; length < body.length(); length++) {
            String part = body.substring(0, length);
            assertThatThrownBy(() -> read(part)).as(part).isInstanceOf(PullFailed.class);
        }
    }

    private static List<String> records(String body) {
        return read(body).records().stream()
                .map(record -> new String(record, StandardCharsets.UTF_8))
                .toList();
    }

    private static FeedPage read(String body) {
        return JsonPageReader.read(FORMAT, body.getBytes(StandardCharsets.UTF_8));
    }
}
