package org.childfile.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FaultsTest extends OnSmallWorld {

    private HttpResponse<byte[]> pairings(int page) throws IOException {
        return client.get("WOMENS_FEDERATION_URL", "/pairings?page=" + page, FEDERATION);
    }

    private JsonNode manifest() throws IOException {
        return json(client.get("EDUCATION_URL", "/export/latest"));
    }

    @Test
    void aServerThatIsDownSaysNothing() {
        departments.tamper("pairings", Faults.serverDown());
        assertThatThrownBy(() -> pairings(1))
                .isInstanceOf(IOException.class)
                .hasMessage("HTTP/1.1 header parser received no bytes");
    }

    @Test
    void theFirstRequestsFailAndTheNextOneRecovers() throws IOException {
        String honest = Client.text(pairings(1));
        departments.tamper("pairings", Faults.failsFirst(2));
        assertThat(pairings(1).statusCode()).isEqualTo(500);
        assertThat(Client.text(pairings(1))).isEqualTo("{\"code\":50000,\"message\":\"internal error\"}");
        assertThat(Client.text(pairings(1))).isEqualTo(honest);
    }

    @Test
    void aBusyServerSaysWhenToComeAgain() throws IOException {
        departments.tamper("pairings", Faults.busyFirst(1, 0));
        HttpResponse<byte[]> response = pairings(1);
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("0");
        assertThat(pairings(1).statusCode()).isEqualTo(200);
    }

    @Test
    void anHtmlPageComesWithStatus200() throws IOException {
        departments.tamper("pairings", Faults.htmlPage());
        HttpResponse<byte[]> response = pairings(1);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(type(response)).isEqualTo("text/html;charset=UTF-8");
        assertThat(Client.text(response)).startsWith("<!DOCTYPE html>\n<html>");
    }

    @Test
    void aBusinessErrorComesWithStatus200() throws IOException {
        departments.tamper("civil-affairs", Faults.businessError());
        HttpResponse<byte[]> response = children("?pageNo=1");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Client.text(response)).isEqualTo("{\"code\":50001,\"message\":\"system busy\"}");
    }

    @Test
    void theTokenExpiresOnceAtItsPage() throws IOException {
        departments.tamper("civil-affairs", Faults.tokenExpiresAtPage(2));
        assertThat(json(children("?pageNo=1&pageSize=2")).path("code").asInt()).isZero();
        assertThat(json(children("?pageNo=2&pageSize=2")).path("code").asInt()).isEqualTo(40101);
        assertThat(json(children("?pageNo=2&pageSize=2")).path("code").asInt()).isZero();
    }

    @Test
    void bodiesBreakOffInTheMiddle() throws IOException {
        int whole = pairings(2).body().length;
        departments.tamper("pairings", Faults.cutShort());
        for (int time = 1; time <= 3; time++) {
            assertThatThrownBy(() -> pairings(2))
                    .isInstanceOf(IOException.class)
                    .hasMessage("fixed content-length: " + whole + ", bytes received: " + whole / 2);
        }
    }

    @Test
    void bodiesBreakOffAtFirstAndThenComeWhole() throws IOException {
        departments.tamper("pairings", Faults.cutShortFirst(1));
        assertThatThrownBy(() -> pairings(1)).isInstanceOf(IOException.class);
        assertThat(pairings(1).statusCode()).isEqualTo(200);
    }

    @Test
    void anyFaultCanBeOneOfTheFirstRequestsOnly() throws IOException {
        departments.tamper("education", Faults.first(1, Faults.emptySnapshot("education")));
        assertThat(manifest().path("rows").asInt()).isZero();
        assertThat(manifest().path("rows").asInt()).isEqualTo(2);
    }

    @Test
    void totalsLieInBothDirections() throws IOException {
        departments.tamper("pairings", Faults.totalOffBy("pairings", 3));
        assertThat(json(pairings(2)).path("total").asInt()).isEqualTo(505);
        assertThat(json(pairings(2)).path("records").size()).isEqualTo(2);
        departments.tamper("civil-affairs", Faults.totalOffBy("civil-affairs", -1));
        assertThat(json(children("")).at("/data/total").asInt()).isEqualTo(4);
        assertThat(json(children("")).at("/data/records").size()).isEqualTo(5);
        departments.tamper("public-security", Faults.totalOffBy("public-security", -1));
        assertThat(Client.text(persons("?page=2"))).contains("<persons page=\"2\" pages=\"2\" total=\"1000\">");
    }

    @Test
    void theManifestLiesAboutTheChecksum() throws IOException {
        departments.tamper("education", Faults.wrongChecksum());
        assertThat(manifest().path("sha256").asString()).isEqualTo("0".repeat(64));
        assertThat(manifest().path("rows").asInt()).isEqualTo(2);
    }

    @Test
    void theManifestLiesAboutTheRows() throws IOException {
        String honest = manifest().path("sha256").asString();
        departments.tamper("education", Faults.rowsOffBy(5));
        assertThat(manifest().path("rows").asInt()).isEqualTo(7);
        assertThat(manifest().path("sha256").asString()).isEqualTo(honest);
    }

    @Test
    void theRowCountLies() throws IOException {
        departments.tamper("medical-insurance", Faults.rowCountOffBy(-1));
        assertThat(client.get("MEDICAL_INSURANCE_URL", "/insured/children.ndjson.gz", INSURANCE)
                        .headers()
                        .firstValue("X-Row-Count"))
                .contains("1");
    }

    @Test
    void aPageComesAgainUnderTheNextNumber() throws IOException {
        String first = json(pairings(1)).path("records").toString();
        departments.tamper("pairings", Faults.repeatedPage("pairings", 1));
        JsonNode second = json(pairings(2));
        assertThat(second.path("records").toString()).isEqualTo(first);
        assertThat(second.path("page").asInt()).isEqualTo(2);
        assertThat(second.path("total").asInt()).isEqualTo(502);
        assertThat(json(pairings(1)).path("records").toString()).isEqualTo(first);
    }

    @Test
    void aRepeatedXmlPageKeepsItsNumberToo() throws IOException {
        departments.tamper("public-security", Faults.repeatedPage("public-security", 1));
        assertThat(Client.text(persons("?page=2")))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<persons page=\"2\" pages=\"2\" total=\"1001\">\n"
                        + SmallWorld.person("I", 1, "20261120080000"))
                .endsWith(SmallWorld.person("I", 1000, "20261120080000") + "\n</persons>\n");
    }

    @Test
    void aPageBehindACursorComesAgainAndLeadsOn() throws IOException {
        departments.tamper("health", Faults.repeatedPage("health", 2));
        List<String> keys = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(client.get("HEALTH_URL", "/v2/child-health?limit=2" + cursor, HEALTH));
            page.path("items").forEach(item -> keys.add(item.path("recordId").asString()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        assertThat(keys).containsExactly("H1", "H2", "H3", "H4", "H3", "H4");
    }
}
