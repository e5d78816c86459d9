package org.childfile.lab.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/**
 * Requests as nobody should send them, made at random from the API's own description: wrong types, huge values, broken
 * encodings, unknown parameters and methods, tokens that are none. The same seed gives the same ones.
 */
final class FuzzShots {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "FOO");
    private static final List<String> ODD = List.of(
            "",
            "0",
            "-1",
            "1",
            "2",
            "999999999",
            "9".repeat(40),
            "1e9",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "%",
            "%zz",
            "%00",
            "%ff%fe",
            "%ed%a0%80",
            "%0d%0aX-A:%20b",
            "..%2f..%2f",
            "../../etc/passwd",
            ";a=b",
            "'%20or%201=1--",
            "$%7Bjndi:ldap://x%7D",
            "%F0%9F%91%B6",
            "%E7%8E%8B",
            "王",
            "<script>",
            "a".repeat(300),
            "%61".repeat(300),
            "2026-13-45",
            "2026-11-22",
            "+99999-01-01",
            "2026-11-22T25:00:00Z",
            "0-0",
            "1-1",
            "9999999999999999999-1");
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "null",
            "\"x\"",
            "{\"id_number\":1}",
            "{\"id_number\":\"1\"}",
            "{\"id_number\":null}",
            "{\"id_number\":\"500112201001010017\",\"x\":1}",
            "{\"id_number\":\"500112201001010017\"}",
            "{\"id_number\":\"500112201001010017\",\"id_number\":\"500112201001010017\"}",
            "{\"id_number\":\"\\u0000\"}",
            "{\"child\":\"C00000000-0000-0000-0000-000000000000\",\"kind\":\"ABUSE\",\"words\":\"x\"}",
            "{\"child\":\"C00000000-0000-0000-0000-000000000000\",\"kind\":\"NONE\",\"words\":\"\\u0000\"}",
            "{\"child\":1,\"kind\":[],\"words\":{},\"photo\":null}",
            "[".repeat(900),
            "{\"a\":".repeat(150),
            "x".repeat(5000),
            "\u0000\u0001\u0002");
    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "application/xml",
            "application/json;charset=utf-16",
            "x",
            "multipart/form-data");

    private final SplittableRandom random;
    private final List<Operation> operations;
    private final List<String> ids;
    private final List<String> tokens;

    /** One method of one address, and the names of its parameters. */
    private record Operation(String method, String path, List<String> queries) {}

    /**
     * @param description the document {@code /api/v1/openapi.json}
     * @param ids ids of persons, seen and unseen ones
     * @param tokens the first is valid, the others are not
     */
    FuzzShots(long seed, JsonNode description, List<String> ids, List<String> tokens) {
        this.random = new SplittableRandom(seed);
        this.operations = operations(description);
        this.ids = List.copyOf(ids);
        this.tokens = List.copyOf(tokens);
    }

    private static List<Operation> operations(JsonNode description) {
        List<Operation> operations = new ArrayList<>();
        description
                .get("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(method -> {
                    List<String> queries = method.getValue()
                            .path("parameters")
                            .valueStream()
                            .filter(each -> each.path("in").stringValue("").equals("query"))
                            .map(each -> each.get("name").stringValue())
                            .toList();
                    operations.add(new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), queries));
                }));
        return operations;
    }

    /** A whole HTTP request, byte for byte. */
    byte[] next() {
        Operation operation = one(operations);
        String method = random.nextInt(12) == 0 ? one(METHODS) : operation.method();
        StringBuilder head = new StringBuilder(method + " " + path(operation) + query(operation) + " HTTP/1.1\r\n");
        head.append("Host: 127.0.0.1\r\nConnection: close\r\n");
        if (random.nextInt(20) != 0) {
            String token = random.nextInt(10) < 7 ? tokens.getFirst() : one(tokens);
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        for (String header : List.of("X-Purpose", "Accept", "Accept-Language", "If-None-Match", "Cookie", "Range")) {
            if (random.nextInt(25) == 0) {
                head.append(header)
                        .append(": ")
                        .append(one(ODD).replace("\r\n", ""))
                        .append("\r\n");
            }
        }
        byte[] body = new byte[0];
        if (method.equals("POST") || random.nextInt(40) == 0) {
            body = one(BODIES).getBytes(StandardCharsets.UTF_8);
            String type = random.nextInt(4) == 0 ? one(TYPES) : "application/json";
            head.append("Content-Type: ")
                    .append(type)
                    .append("\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] request = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return request;
    }

    private String path(Operation operation) {
        String path = operation.path();
        while (path.contains("{")) {
            boolean id = path.startsWith("{id}", path.indexOf('{'));
            String value = random.nextInt(5) == 0 ? one(ODD) : id ? one(ids) : Integer.toString(1 + random.nextInt(3));
            path = path.substring(0, path.indexOf('{')) + value + path.substring(path.indexOf('}') + 1);
        }
        return random.nextInt(30) == 0 ? path + "/" + one(ODD) : path;
    }

    private String query(Operation operation) {
        StringBuilder query = new StringBuilder();
        List<String> names = new ArrayList<>(operation.queries());
        names.add("unknown");
        for (String name : names) {
            int odds = name.equals("unknown") ? 20 : 3;
            // Waiting is tested elsewhere; here it would only cost time.
            if (random.nextInt(odds) == 0 && !name.equals("wait")) {
                query.append(query.isEmpty() ? "?" : "&").append(name).append("=");
                query.append(name.equals("cursor") && random.nextBoolean() ? one(ids) : one(ODD));
                if (random.nextInt(20) == 0) {
                    query.append("&").append(name).append("=").append(one(ODD));
                }
            }
        }
        return query.toString();
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
