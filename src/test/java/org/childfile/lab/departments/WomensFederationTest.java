package org.childfile.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WomensFederationTest extends OnSmallWorld {

    private HttpResponse<byte[]> get(String path) throws IOException {
        return client.get("WOMENS_FEDERATION_URL", path, FEDERATION);
    }

    @Test
    void pairingsComeFiveHundredAPage() throws IOException {
        assertThat(json(get("/pairings?page=1")).path("records").size()).isEqualTo(500);
        assertThat(type(get("/pairings?page=1"))).isEqualTo(JSON);
        assertThat(Client.text(get("/pairings?page=2")))
                .isEqualTo(
                        "{\"total\":502,\"page\":2,\"pageSize\":500,\"records\":[{\"pairingNo\":\"Q501\"},{\"pairingNo\":\"Q502\"}]}");
        assertThat(Client.text(get("/pairings?page=3")))
                .isEqualTo("{\"total\":502,\"page\":3,\"pageSize\":500,\"records\":[]}");
    }

    @Test
    void pairingsAreTheNights() throws IOException {
        departments.night(2);
        assertThat(Client.text(get("/pairings")))
                .isEqualTo("{\"total\":1,\"page\":1,\"pageSize\":500,\"records\":[{\"pairingNo\":\"Q1\"}]}");
    }

    @Test
    void careRecordsOfEveryNightCome() throws IOException {
        departments.night(2);
        assertThat(json(get("/care-records")).path("total").asInt()).isEqualTo(4);
    }

    @Test
    void theCareRecordOfTheWatermarkIsSentAgain() throws IOException {
        departments.night(2);
        assertThat(Client.text(get("/care-records?since=2026-11-20T02%3A00%3A03Z&page=1")))
                .isEqualTo("{\"total\":2,\"page\":1,\"pageSize\":500,\"records\":["
                        + SmallWorld.care(3, "2026-11-20T10:00:03+08:00") + ","
                        + SmallWorld.care(4, "2026-11-21T02:00:00Z")
                        + "]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pairings?page=0", "/pairings?page=one", "/care-records?since=now"})
    void badQueriesAreRefused(String path) throws IOException {
        assertThat(get(path).statusCode()).isEqualTo(400);
    }
}
