package org.childfile.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CivilAffairsTest extends OnSmallWorld {

    private HttpResponse<byte[]> login(String form) throws IOException {
        return client.post("CIVIL_AFFAIRS_URL", "/oauth/token", form);
    }

    private String with(String token) throws IOException {
        return Client.text(
                client.get("CIVIL_AFFAIRS_URL", "/api/children?pageNo=9", "Authorization", "Bearer " + token));
    }

    @Test
    void aTokenSaysHowLongItLives() throws IOException {
        HttpResponse<byte[]> response =
                login("grant_type=client_credentials&client_id=childfile-demo&client_secret=demo-civil-affairs-secret");
        assertThat(type(response)).isEqualTo(JSON);
        assertThat(Client.text(response)).matches("\\{\"access_token\":\"[0-9a-f-]{36}\",\"expires_in\":600}");
    }

    @Test
    void aWrongClientSecretIsRefused() throws IOException {
        HttpResponse<byte[]> response =
                login("grant_type=client_credentials&client_id=childfile-demo&client_secret=wrong");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Client.text(response))
                .isEqualTo("{\"code\":40100,\"message\":\"client_id or client_secret is wrong\"}");
    }

    @Test
    void anotherKindOfGrantIsRefused() throws IOException {
        HttpResponse<byte[]> response = login("grant_type=password");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.text(response))
                .isEqualTo("{\"code\":40000,\"message\":\"grant_type must be client_credentials\"}");
    }

    @Test
    void aTokenIsNotToBeHadByGet() throws IOException {
        assertThat(client.get("CIVIL_AFFAIRS_URL", "/oauth/token").statusCode()).isEqualTo(405);
    }

    @Test
    void withoutATokenNothingIsServed() throws IOException {
        HttpResponse<byte[]> response = client.get("CIVIL_AFFAIRS_URL", "/api/children");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Client.text(response))
                .isEqualTo("{\"code\":40100,\"message\":\"Authorization is missing or wrong\"}");
    }

    @Test
    void aTokenLivesTenMinutes() throws IOException {
        String token = token();
        clock.move(Duration.ofMinutes(10).minusMillis(1));
        assertThat(with(token))
                .isEqualTo(
                        "{\"code\":0,\"message\":\"ok\",\"data\":{\"total\":5,\"pageNo\":9,\"pageSize\":500,\"records\":[]}}");
        clock.move(Duration.ofMillis(1));
        assertThat(with(token)).isEqualTo("{\"code\":40101,\"message\":\"token expired\"}");
    }

    @Test
    void anUnknownTokenIsAsGoodAsExpired() throws IOException {
        HttpResponse<byte[]> response =
                client.get("CIVIL_AFFAIRS_URL", "/api/children", "Authorization", "Bearer never-given");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Client.text(response)).isEqualTo("{\"code\":40101,\"message\":\"token expired\"}");
    }

    @Test
    void tokensCanBeExpiredByHand() throws IOException {
        String token = token();
        departments.expireTokens();
        assertThat(with(token)).isEqualTo("{\"code\":40101,\"message\":\"token expired\"}");
    }

    @Test
    void pagesHoldTheRecordsAsTheyLieInTheFile() throws IOException {
        HttpResponse<byte[]> response = children("?pageNo=2&pageSize=2");
        assertThat(type(response)).isEqualTo(JSON);
        assertThat(Client.text(response))
                .isEqualTo(
                        "{\"code\":0,\"message\":\"ok\",\"data\":{\"total\":5,\"pageNo\":2,\"pageSize\":2,\"records\":["
                                + SmallWorld.civil(3) + "," + SmallWorld.civil(4) + "]}}");
    }

    @Test
    void theLastPageIsShorter() throws IOException {
        assertThat(Client.text(children("?pageNo=3&pageSize=2")))
                .endsWith("\"records\":[" + SmallWorld.civil(5) + "]}}");
    }

    @Test
    void theSnapshotIsTheNights() throws IOException {
        departments.night(2);
        assertThat(json(children("")).at("/data/total").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?pageNo=0", "?pageNo=-1", "?pageNo=x", "?pageNo=", "?pageSize=0", "?pageSize=1001"})
    void badPageNumbersAreRefused(String query) throws IOException {
        assertThat(children(query).statusCode()).isEqualTo(400);
    }
}
