package org.childfile.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HealthTest extends OnSmallWorld {

    private HttpResponse<byte[]> get(String query) throws IOException {
        return client.get("HEALTH_URL", "/v2/child-health" + query, HEALTH);
    }

    private List<String> toTheEnd(String query) throws IOException {
        List<String> pages = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(get(query + cursor));
            List<String> keys = new ArrayList<>();
            page.path("items").forEach(item -> keys.add(item.path("recordId").asString()));
            pages.add(String.join(" ", keys));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return pages;
    }

    @Test
    void theWholeAnswerIsTheContracts() throws IOException {
        HttpResponse<byte[]> response = get("");
        assertThat(type(response)).isEqualTo(JSON);
        assertThat(Client.text(response))
                .isEqualTo("{\"items\":[" + SmallWorld.item(1, "2026-11-20T08:00:01+08:00") + ","
                        + SmallWorld.item(2, "2026-11-20T08:00:02+08:00") + ","
                        + SmallWorld.item(3, "2026-11-20T08:00:03+08:00") + ","
                        + SmallWorld.item(4, "2026-11-20T08:00:04+08:00") + ","
                        + SmallWorld.item(5, "2026-11-20T08:00:05+08:00")
                        + "],\"next\":null,\"watermark\":\"2026-11-20T08:00:05+08:00\"}");
    }

    @Test
    void theCursorLeadsToTheEnd() throws IOException {
        assertThat(toTheEnd("?limit=2")).containsExactly("H1 H2", "H3 H4", "H5");
        assertThat(toTheEnd("?limit=5")).containsExactly("H1 H2 H3 H4 H5");
    }

    @Test
    void theCursorKeepsTheSinceThatItBeganWith() throws IOException {
        departments.night(2);
        String since = "?limit=2&since=2026-11-20T00:00:03Z";
        String next = json(get(since)).path("next").asString();
        assertThat(toTheEnd(since)).containsExactly("H4 H5", "H6 H7");
        assertThat(json(get("?limit=1&cursor=" + next)).at("/items/0/recordId").asString())
                .isEqualTo("H6");
    }

    @Test
    void sinceTheWatermarkOfTheFirstNightOnlyTheSecondsComes() throws IOException {
        departments.night(2);
        String watermark = "2026-11-20T08%3A00%3A05%2B08%3A00";
        assertThat(toTheEnd("?since=" + watermark)).containsExactly("H6 H7");
        assertThat(json(get("?since=" + watermark)).path("watermark").asString())
                .isEqualTo("2026-11-21T00:00:02Z");
    }

    @Test
    void whereNothingChangedTheWatermarkStays() throws IOException {
        departments.night(2);
        assertThat(Client.text(get("?since=2026-11-21T00:00:02Z")))
                .isEqualTo("{\"items\":[],\"next\":null,\"watermark\":\"2026-11-21T00:00:02Z\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=1001", "?since=2026-11-20", "?cursor=!", "?cursor=abcd"})
    void badQueriesAreRefused(String query) throws IOException {
        assertThat(get(query).statusCode()).isEqualTo(400);
    }

    @Test
    void aWrongKeyIsRefused() throws IOException {
        HttpResponse<byte[]> response = client.get("HEALTH_URL", "/v2/child-health", "X-Api-Key", "wrong");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Client.text(response)).isEqualTo("{\"code\":40100,\"message\":\"X-Api-Key is missing or wrong\"}");
    }

    @Test
    void underLoadTheFirstRequestOfEachNightIsAskedToComeAgain() throws IOException {
        try (Departments busy = Departments.startUnderLoad(dir, 0, "127.0.0.1");
                Client patient = new Client(busy)) {
            HttpResponse<byte[]> first = patient.get("HEALTH_URL", "/v2/child-health", HEALTH);
            assertThat(first.statusCode()).isEqualTo(429);
            assertThat(first.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(Client.text(first)).isEqualTo("{\"code\":42900,\"message\":\"too many requests\"}");
            assertThat(patient.get("HEALTH_URL", "/v2/child-health", HEALTH).statusCode())
                    .isEqualTo(200);
            busy.night(2);
            assertThat(patient.get("HEALTH_URL", "/v2/child-health", HEALTH).statusCode())
                    .isEqualTo(429);
            assertThat(patient.get("HEALTH_URL", "/v2/child-health", HEALTH).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aRequestWithAWrongKeyIsRefusedEvenUnderLoad() throws IOException {
        try (Departments busy = Departments.startUnderLoad(dir, 0, "127.0.0.1");
                Client stranger = new Client(busy)) {
            assertThat(stranger.get("HEALTH_URL", "/v2/child-health").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aStampFarBeyondAnyCalendarIsAlwaysSentAndNeverTheWatermark() throws IOException {
        Files.writeString(
                dir.resolve("night-2/health.ndjson"),
                "{\"recordId\":\"R9\",\"updatedAt\":\"9999-12-31T23:59:59.5Z\"}\n");
        departments.night(2);
        JsonNode page = json(get("?since=2027-01-01T00:00:00%2B08:00"));
        assertThat(page.path("items").toString())
                .isEqualTo("[{\"recordId\":\"R9\",\"updatedAt\":\"9999-12-31T23:59:59.5Z\"}]");
        assertThat(page.path("watermark").asString()).startsWith("2026-11-");
    }
}
