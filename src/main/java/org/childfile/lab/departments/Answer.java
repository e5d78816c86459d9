package org.childfile.lab.departments;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a department sends back. Content-Length is no header of it: it follows from the body.
 *
 * @param status HTTP status
 * @param headers sorted by name, without regard to case
 * @param body the bytes as they are sent; empty for none
 */
public record Answer(int status, Map<String, String> headers, byte[] body, Ending ending) {

    public Answer {
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = java.util.Collections.unmodifiableMap(sorted);
    }

    static Answer of(String contentType, byte[] body) {
        return new Answer(200, Map.of("Content-Type", contentType), body, Ending.COMPLETE);
    }

    static Answer json(int status, String body) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/json;charset=UTF-8"),
                body.getBytes(StandardCharsets.UTF_8),
                Ending.COMPLETE);
    }

    public Answer withStatus(int other) {
        return new Answer(other, headers, body, ending);
    }

    public Answer withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new Answer(status, more, body, ending);
    }

    public Answer withBody(byte[] other) {
        return new Answer(status, headers, other, ending);
    }

    public Answer withEnding(Ending other) {
        return new Answer(status, headers, body, other);
    }
}
