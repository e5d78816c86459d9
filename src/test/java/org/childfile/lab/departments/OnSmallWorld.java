package org.childfile.lab.departments;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens the departments on a small world before each test. */
abstract class OnSmallWorld {

    static final String[] INSURANCE = {"Authorization", "Bearer demo-medical-insurance-token"};
    static final String[] FEDERATION = {"Authorization", "Bearer demo-womens-federation-token"};
    static final String[] HEALTH = {"X-Api-Key", "demo-health-api-key"};
    static final String JSON = "application/json;charset=UTF-8";

    final MovableClock clock = new MovableClock();

    @TempDir
    Path dir;

    Departments departments;
    Client client;

    @BeforeEach
    void open() {
        departments = Departments.start(SmallWorld.write(dir), 0, "127.0.0.1", clock);
        client = new Client(departments);
    }

    @AfterEach
    void close() {
        client.close();
        departments.close();
    }

    String token() throws IOException {
        return json(client.post(
                        "CIVIL_AFFAIRS_URL",
                        "/oauth/token",
                        "grant_type=client_credentials&client_id=childfile-demo&client_secret=demo-civil-affairs-secret"))
                .path("access_token")
                .asString();
    }

    HttpResponse<byte[]> children(String query) throws IOException {
        return client.get("CIVIL_AFFAIRS_URL", "/api/children" + query, "Authorization", "Bearer " + token());
    }

    HttpResponse<byte[]> persons(String query) throws IOException {
        return signed(query, Long.toString(clock.millis()), PublicSecurity.SECRET);
    }

    HttpResponse<byte[]> signed(String query, String timestamp, String secret) throws IOException {
        String path = "/population/children.xml" + query;
        String sign = PublicSecurity.sign(secret, "childfile-demo\n" + timestamp + "\n/public-security" + path);
        return client.get(
                "PUBLIC_SECURITY_URL", path, "X-App-Id", "childfile-demo", "X-Timestamp", timestamp, "X-Sign", sign);
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    static String type(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }
}
