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
public record DepartmentAnswer(int status, Map<String, String> headers, byte[] body, Ending ending) {

    public DepartmentAnswer {
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = java.util.Collections.unmodifiableMap(sorted);
    }

    static DepartmentAnswer of(String contentType, byte[] body) {
        return new DepartmentAnswer(200, Map.of("Content-Type", contentType), body, Ending.COMPLETE);
    }

    static DepartmentAnswer json(int status, String body) {
        return new DepartmentAnswer(
                status,
                Map.of("Content-Type", "application/json;charset=UTF-8"),
                body.getBytes(StandardCharsets.UTF_8),
                Ending.COMPLETE);
    }

    public DepartmentAnswer withStatus(int other) {
        return new DepartmentAnswer(other, headers, body, ending);
    }

    public DepartmentAnswer withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new DepartmentAnswer(status, more, body, ending);
    }

    public DepartmentAnswer withBody(byte[] other) {
        return new DepartmentAnswer(status, headers, other, ending);
    }

    public DepartmentAnswer withEnding(Ending other) {
        return new DepartmentAnswer(status, headers, body, other);
    }
}
