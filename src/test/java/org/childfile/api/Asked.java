package org.childfile.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.childfile.cli.run.TestServing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the serving program answered to one request. */
record Asked(HttpResponse<String> response) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Asks for an address below {@code /api/v1} with a token and more headers, as name and value in turn. */
    static Asked get(String token, String address, String... headers) {
        return send(HttpRequest.newBuilder(at(address)).GET(), token, headers);
    }

    static Asked post(String token, String address, String body, String... headers) {
        return send(
                HttpRequest.newBuilder(at(address))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                token,
                headers);
    }

    static URI at(String address) {
        return URI.create("http://127.0.0.1:" + TestServing.get().port() + "/api/v1" + address);
    }

    private static Asked send(HttpRequest.Builder request, String token, String... headers) {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Asked(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(response.body());
    }

    /** The code of a problem document. */
    String problem() {
        JsonNode document = json();
        return status() + " " + document.path("code").stringValue("");
    }

    List<JsonNode> items() {
        return json().path("items").valueStream().toList();
    }
}
