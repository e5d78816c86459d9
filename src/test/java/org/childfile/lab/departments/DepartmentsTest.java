package org.childfile.lab.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepartmentsTest extends OnSmallWorld {

    private HttpResponse<byte[]> file() throws IOException {
        return client.get("EDUCATION_URL", "/export/xueji_20261121.csv.gz");
    }

    @Test
    void theEnvironmentNamesEveryVariableOfTheContracts() {
        String base = "http://127.0.0.1:" + departments.port();
        assertThat(departments.environment().toString())
                .isEqualTo(
                        "{CIVIL_AFFAIRS_CLIENT_ID=childfile-demo, CIVIL_AFFAIRS_CLIENT_SECRET=demo-civil-affairs-secret, "
                                + "CIVIL_AFFAIRS_URL=" + base + "/civil-affairs, EDUCATION_URL=" + base + "/education, "
                                + "HEALTH_API_KEY=demo-health-api-key, HEALTH_URL=" + base + "/health, "
                                + "MEDICAL_INSURANCE_TOKEN=demo-medical-insurance-token, MEDICAL_INSURANCE_URL=" + base
                                + "/medical-insurance, POLITICAL_LEGAL_URL=" + base + "/political-legal, "
                                + "PUBLIC_SECURITY_APP_ID=childfile-demo, PUBLIC_SECURITY_SECRET=demo-public-security-secret, "
                                + "PUBLIC_SECURITY_URL=" + base + "/public-security, "
                                + "WOMENS_FEDERATION_TOKEN=demo-womens-federation-token, WOMENS_FEDERATION_URL=" + base
                                + "/womens-federation}");
    }

    @Test
    void aFolderWithoutAWorldIsRefused(@TempDir Path empty) {
        assertThatThrownBy(() -> Departments.start(empty, 0, "127.0.0.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(empty + " holds no generated world: the folder night-1 is missing");
    }

    @Test
    void aNightThatTheWorldLacksIsRefused() {
        assertThatThrownBy(() -> departments.night(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the world has no night 3");
    }

    @Test
    void anUnknownFeedIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> departments.requests("womens-federation"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "there is no feed womens-federation; the feeds are civil-affairs, education, public-security, "
                                + "health, political-legal, medical-insurance, volunteers, pairings, care-records");
    }

    @Test
    void requestsAreCountedByFeed() throws IOException {
        file();
        client.get("EDUCATION_URL", "/export/latest");
        client.get("WOMENS_FEDERATION_URL", "/pairings");
        assertThat(departments.requests("education")).isEqualTo(2);
        assertThat(departments.requests("pairings")).isEqualTo(1);
        assertThat(departments.requests("volunteers")).isZero();
    }

    @Test
    void anUnknownDepartmentIsNotFound() throws IOException {
        HttpResponse<byte[]> response = client.at("/transport/export");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Client.text(response)).isEqualTo("{\"code\":40400,\"message\":\"there is no /transport/export\"}");
    }

    @Test
    void theServersOwnControlsAreClosed() throws IOException {
        assertThat(client.at("/__admin/mappings").statusCode()).isEqualTo(401);
    }

    @Test
    void aTamperingSeesTheRequestAndReplacesTheAnswerUntilTheFeedBehaves() throws IOException {
        file();
        AtomicReference<String> seen = new AtomicReference<>("");
        departments.tamper("education", (nth, path, honest) -> {
            seen.set(nth + " " + path + " " + honest.status() + " " + honest.headers());
            return honest.withStatus(418).withHeader("X-Odd", "yes").withBody("tea".getBytes(StandardCharsets.UTF_8));
        });
        HttpResponse<byte[]> response = client.get("EDUCATION_URL", "/export/xueji_20261121.csv.gz?a=%20b");
        assertThat(seen.get()).isEqualTo("1 /export/xueji_20261121.csv.gz?a=%20b 200 {Content-Type=application/gzip}");
        assertThat(response.statusCode()).isEqualTo(418);
        assertThat(response.headers().firstValue("X-Odd")).contains("yes");
        assertThat(Client.text(response)).isEqualTo("tea");
        departments.behave();
        assertThat(file().statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerCutShortAnnouncesItsWholeLength() throws IOException {
        int whole = file().body().length;
        departments.tamper("education", (nth, path, honest) -> honest.withEnding(Ending.CUT_SHORT));
        assertThatThrownBy(this::file)
                .isInstanceOf(IOException.class)
                .hasMessage("fixed content-length: " + whole + ", bytes received: " + whole / 2);
    }

    @Test
    void aClosedConnectionBringsNoAnswer() {
        departments.tamper("education", (nth, path, honest) -> honest.withEnding(Ending.CLOSED));
        assertThatThrownBy(this::file)
                .isInstanceOf(IOException.class)
                .hasMessage("HTTP/1.1 header parser received no bytes");
    }
}
