package org.childfile.care.duties;

import java.nio.file.Path;
import org.childfile.ingest.connector.Endpoint;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;

/**
 * Where digests are sent: one file of {@code connectors/outbound/digest/}.
 *
 * @param path below the peer's base URL
 * @param keyHeader the header of the idempotency key
 * @param receipt JSON pointer to the receipt in the answer
 */
record DigestConnector(String name, Endpoint endpoint, Method method, String path, String keyHeader, String receipt) {

    private static final int VERSION = 1;

    enum Method {
        POST,
        PUT
    }

    /** Reads a file; every mistake in it becomes a problem with its line. */
    static DigestConnector read(Path file, Problems problems) {
        Section root = Section.read(file, problems);
        if (root.integer("version", 0, 1, VERSION) != VERSION) {
            root.problem("version", "expected version: " + VERSION);
        }
        String name = matching(
                root, "name", root.text("name"), "[a-z][a-z0-9-]{1,40}", "lower-case letters, digits and dashes");
        Section send = root.section("send");
        DigestConnector connector = new DigestConnector(
                name,
                // Feeds and calls for help have routes of their own names.
                Endpoint.read(root, "digests-to-" + name),
                send.choice("method", Method.class, Method.POST),
                Endpoint.path(send, "path"),
                matching(
                        send,
                        "key-header",
                        send.text("key-header", "Idempotency-Key"),
                        "[A-Za-z][A-Za-z0-9-]{1,60}",
                        "letters, digits and dashes"),
                pointer(root.section("answer")));
        root.done();
        return connector;
    }

    private static String pointer(Section answer) {
        String pointer = answer.text("receipt");
        if (answer.has("receipt") && !pointer.startsWith("/")) {
            answer.problem("receipt", "found " + pointer + ", a JSON pointer begins with /");
        }
        return pointer;
    }

    private static String matching(Section section, String key, String found, String pattern, String allowed) {
        if (!found.matches(pattern) && section.has(key)) {
            section.problem(key, "found " + found + ", allowed are " + allowed);
        }
        return found;
    }
}
