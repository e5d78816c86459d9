package org.childfile.jobs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.requestMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.childfile.lab.departments.Sm3;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Departments that the program does not come with: the disabled persons' federation (残联), which knows some children of
 * a world, and a police bureau that asks for HMAC-SM3.
 */
final class Federation implements AutoCloseable {

    private static final int PAGE = 5;
    private static final String TOKEN = "of the federation";
    private static final String SECRET = "中文 secret";
    private static final int CHILDREN = 7;

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final List<JsonNode> children;

    Federation(TestWorld world) {
        children = world.lines(1, "health.ndjson").stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(child -> child.path("idNumber").asString("").matches("\\d{17}[\\dX]")
                        && child.path("disability").isMissingNode())
                .limit(CHILDREN)
                .toList();
        server.start();
        for (int page = 1; page <= (CHILDREN + PAGE - 1) / PAGE; page++) {
            server.stubFor(get("/federation/persons?page=" + page + "&size=" + PAGE)
                    .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                    .willReturn(aResponse().withBody(page(page))));
        }
        server.stubFor(
                get("/federation/rehabilitation.csv").willReturn(aResponse().withBody(rehabilitation())));
        server.stubFor(requestMatching(request -> MatchResult.of(signed(request)))
                .willReturn(aResponse().withBody(persons(world.lines(1, "public-security.xml")))));
    }

    Map<String, String> environment() {
        return Map.of(
                "DISABLED_PERSONS_URL",
                server.url("/federation"),
                "DISABLED_PERSONS_TOKEN",
                TOKEN,
                "PUBLIC_SECURITY_URL",
                server.url("/police"),
                "PUBLIC_SECURITY_SECRET",
                SECRET);
    }

    /** For each child the key of its record here, and that of its health record. */
    List<String> certificates() {
        return children.stream()
                .map(child -> certificate(child) + " " + child.path("recordId").asString())
                .sorted()
                .toList();
    }

    /** For each child its number in the rehabilitation list, and that of its health record. */
    List<String> treated() {
        return children.stream()
                .map(child -> "K" + child.path("recordId").asString() + " "
                        + child.path("recordId").asString())
                .sorted()
                .toList();
    }

    /** A certificate's number is the id number, the category and the grade. */
    private static String certificate(JsonNode child) {
        return child.path("idNumber").asString() + "43";
    }

    private byte[] page(int number) {
        List<Map<String, String>> rows = children.stream()
                .skip((number - 1L) * PAGE)
                .limit(PAGE)
                .map(child -> Map.of(
                        "certNo",
                        certificate(child),
                        "name",
                        child.path("name").asString(),
                        "idCard",
                        child.path("idNumber").asString(),
                        "birthday",
                        child.path("birthDate").asString(),
                        "category",
                        "04",
                        "level",
                        "3",
                        "updateTime",
                        "2025-10-01 08:00:00"))
                .toList();
        return JsonMapper.shared()
                .writeValueAsBytes(
                        Map.of("code", 200, "data", Map.of("rows", rows, "total", CHILDREN, "page", number)));
    }

    private byte[] rehabilitation() {
        StringBuilder csv = new StringBuilder("救助编号;姓名;身份证号;陪护人\r\n");
        for (JsonNode child : children) {
            csv.append('K').append(child.path("recordId").asString()).append(';');
            csv.append(child.path("name").asString()).append(';');
            csv.append(child.path("idNumber").asString()).append(";\"欧阳 娟\"\r\n");
        }
        return csv.toString().getBytes(Charset.forName("GB18030"));
    }

    private static String persons(List<String> records) {
        return "<persons page=\"1\" pages=\"1\" total=\"" + records.size() + "\">\n" + String.join("\n", records)
                + "\n</persons>";
    }

    /** Whether a request shows the digest that this department computes by itself. */
    private static boolean signed(Request request) {
        String app = String.valueOf(request.getHeader("X-App-Id"));
        String text = app + "\n" + request.getHeader("X-Timestamp") + "\n" + request.getUrl();
        return request.getUrl().equals("/police/population/children.xml?page=1")
                && app.equals("childfile-demo")
                && Sm3.hmac(SECRET, text).equals(request.getHeader("X-Sign"));
    }

    @Override
    public void close() {
        server.stop();
    }
}
