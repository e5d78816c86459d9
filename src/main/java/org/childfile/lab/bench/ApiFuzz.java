package org.childfile.lab.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shoots requests at the API and judges what comes back: never a status of 500 or more, never a stack trace, each refusal a
 * problem document, and nobody but those whom the token allows.
 */
final class ApiFuzz {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3})[^\r]*\r\n");
    private static final Pattern TRACE =
            Pattern.compile("Exception|\\bat [a-z.]+\\(|org\\.(spring|apache|postgres|childfile)");
    private static final Pattern PERSON = Pattern.compile("\"(?:child_id|person_id)\":\"(C[0-9a-f-]{36})\"");

    private final int port;
    private final FuzzShots shots;
    private final Set<String> allowed;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /** @param allowed the children whom the valid token may see */
    ApiFuzz(int port, FuzzShots shots, Set<String> allowed) {
        this.port = port;
        this.shots = shots;
        this.allowed = Set.copyOf(allowed);
    }

    /** How often each status was answered. */
    Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** What was answered that should not be, each with its request's first line. */
    List<String> faults() {
        return faults;
    }

    ApiFuzz shoot(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            byte[] request = shots.next();
            String answer = exchange(request);
            String line = new String(request, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            judge(line, answer).ifPresent(fault -> faults.add(line + " → " + fault));
        }
        return this;
    }

    private String exchange(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private java.util.Optional<String> judge(String line, String answer) {
        Matcher status = STATUS.matcher(answer);
        if (!status.lookingAt()) {
            return java.util.Optional.of("no answer of HTTP");
        }
        int code = Integer.parseInt(status.group(1));
        statuses.merge(code, 1, Integer::sum);
        int end = answer.indexOf("\r\n\r\n");
        String head = answer.substring(0, end);
        String body = answer.substring(end + 4);
        if (code >= 500) {
            return java.util.Optional.of("status " + code);
        }
        if (TRACE.matcher(body).find()) {
            return java.util.Optional.of("tells about the program's inside");
        }
        if (code >= 400 && !line.startsWith("HEAD ") && !isProblem(head, body)) {
            return java.util.Optional.of(code + " without a problem document");
        }
        Matcher person = PERSON.matcher(body);
        while (person.find()) {
            if (!allowed.contains(person.group(1))) {
                return java.util.Optional.of("shows a child that the token does not allow");
            }
        }
        return java.util.Optional.empty();
    }

    private static boolean isProblem(String head, String body) {
        try {
            JsonNode document = JsonMapper.shared().readTree(body);
            return head.contains("Content-Type: application/problem+json")
                    && document.path("type").stringValue("").startsWith("urn:childfile:problem:")
                    && document.path("status").isInt();
        } catch (JacksonException e) {
            return false;
        }
    }
}
