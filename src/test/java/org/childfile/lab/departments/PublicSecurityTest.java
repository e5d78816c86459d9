package org.childfile.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicSecurityTest extends OnSmallWorld {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    @Test
    void theFirstPageIsFullAndSaysHowManyThereAre() throws IOException {
        HttpResponse<byte[]> response = persons("?page=1");
        assertThat(type(response)).isEqualTo("application/xml;charset=UTF-8");
        assertThat(Client.text(response))
                .startsWith(HEAD + "<persons page=\"1\" pages=\"2\" total=\"1001\">\n"
                        + SmallWorld.person("I", 1, "20261120080000") + "\n")
                .endsWith("\n" + SmallWorld.person("I", 1000, "20261120080000") + "\n</persons>\n");
    }

    @Test
    void theLastPageHoldsTheRest() throws IOException {
        assertThat(Client.text(persons("?page=2")))
                .isEqualTo(HEAD + "<persons page=\"2\" pages=\"2\" total=\"1001\">\n"
                        + SmallWorld.person("I", 1001, "20261120080000") + "\n</persons>\n");
    }

    @Test
    void aPageBeyondTheLastIsEmpty() throws IOException {
        assertThat(Client.text(persons("?page=3")))
                .isEqualTo(HEAD + "<persons page=\"3\" pages=\"2\" total=\"1001\">\n\n</persons>\n");
    }

    @Test
    void theSecondNightAddsItsChangesBehindTheFirst() throws IOException {
        departments.night(2);
        assertThat(Client.text(persons("?page=2")))
                .isEqualTo(HEAD + "<persons page=\"2\" pages=\"2\" total=\"1003\">\n"
                        + SmallWorld.person("I", 1001, "20261120080000") + "\n"
                        + SmallWorld.person("U", 1, "20261121080000") + "\n"
                        + SmallWorld.person("U", 2, "20261121080000") + "\n</persons>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?since=2026-11-21T07:59:59&page=1", "?since=2026-11-20T08%3A00%3A00&page=1"})
    void sinceIsALocalTimeAndOnlyLaterOnesCome(String query) throws IOException {
        departments.night(2);
        assertThat(Client.text(persons(query)))
                .isEqualTo(HEAD + "<persons page=\"1\" pages=\"1\" total=\"2\">\n"
                        + SmallWorld.person("U", 1, "20261121080000") + "\n"
                        + SmallWorld.person("U", 2, "20261121080000") + "\n</persons>\n");
    }

    @Test
    void whereNothingChangedThePageIsEmpty() throws IOException {
        departments.night(2);
        assertThat(Client.text(persons("?since=2026-11-21T08:00:00&page=1")))
                .isEqualTo(HEAD + "<persons page=\"1\" pages=\"0\" total=\"0\">\n\n</persons>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?page=0", "?page=x", "?since=yesterday", "?since=2026-11-22T00:00:00Z"})
    void badQueriesAreRefused(String query) throws IOException {
        assertThat(persons(query).statusCode()).isEqualTo(400);
    }

    @Test
    void aSignatureByAnotherSecretIsRefused() throws IOException {
        HttpResponse<byte[]> response = signed("?page=1", Long.toString(clock.millis()), "wrong");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Client.text(response)).isEqualTo("{\"code\":40100,\"message\":\"X-Sign is missing or wrong\"}");
    }

    @Test
    void aSignatureOfAnotherQueryIsRefused() throws IOException {
        String timestamp = Long.toString(clock.millis());
        String sign = PublicSecurity.sign(
                PublicSecurity.SECRET,
                "childfile-demo\n" + timestamp + "\n/public-security/population/children.xml?page=1");
        assertThat(client.get(
                                "PUBLIC_SECURITY_URL",
                                "/population/children.xml?page=2",
                                "X-App-Id",
                                "childfile-demo",
                                "X-Timestamp",
                                timestamp,
                                "X-Sign",
                                sign)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTimestampMayBeFiveMinutesOffAndNoMore() throws IOException {
        String timestamp = Long.toString(clock.millis());
        clock.move(Duration.ofMinutes(5));
        assertThat(signed("", timestamp, PublicSecurity.SECRET).statusCode()).isEqualTo(200);
        clock.move(Duration.ofMillis(1));
        HttpResponse<byte[]> response = signed("", timestamp, PublicSecurity.SECRET);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Client.text(response))
                .isEqualTo("{\"code\":40100,\"message\":\"X-Timestamp is more than 5 minutes off\"}");
    }

    @Test
    void unsignedRequestsAreRefused() throws IOException {
        assertThat(client.get("PUBLIC_SECURITY_URL", "/population/children.xml").statusCode())
                .isEqualTo(401);
        assertThat(signed("", "soon", PublicSecurity.SECRET).statusCode()).isEqualTo(401);
    }

    @Test
    void theSignatureIsTheOneOfTheStandard() {
        // RFC 4231, test case 2.
        assertThat(PublicSecurity.sign("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void aPersonWithAStampBeforeAllRegistersIsSentFromTheBeginning() throws IOException {
        Files.writeString(
                dir.resolve("night-1/public-security.xml"),
                "<person op=\"I\"><GMSFHM>1</GMSFHM><GXSJ>00010101000000</GXSJ></person>\n");
        assertThat(Client.text(persons("")))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<persons page=\"1\" pages=\"1\" total=\"1\">\n"
                        + "<person op=\"I\"><GMSFHM>1</GMSFHM><GXSJ>00010101000000</GXSJ></person>\n</persons>\n");
    }
}
