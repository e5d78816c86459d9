package org.childfile.care.rectification;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.childfile.care.help.ApplicationTemplate.Answer;
import org.childfile.care.help.Body;
import org.childfile.ingest.connector.Connector.Title;
import org.childfile.ingest.connector.Endpoint;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;

/**
 * Where a department is told that records of its feed were proved wrong: one file of {@code
 * connectors/outbound/rectification/}.
 *
 * @param feed whose records it is about
 * @param workingDays by so many working days it must have ended
 * @param path below the peer's base URL
 * @param keyHeader the header of the idempotency key
 */
record RequestTemplate(
        String name,
        String feed,
        String department,
        Title title,
        Endpoint endpoint,
        int workingDays,
        String path,
        String keyHeader,
        Body body,
        Answer answer) {

    /** What of a request may stand in a field of its body. */
    static final List<String> FACTS = List.of("request", "record", "field", "attribute", "value", "since", "deadline");

    private static final int VERSION = 1;

    /** Reads a file; every mistake in it becomes a problem with its line. */
    static RequestTemplate read(Path file, List<String> feeds, Problems problems) {
        Section root = Section.read(file, problems);
        if (root.integer("version", 0, 1, VERSION) != VERSION) {
            root.problem("version", "expected version: " + VERSION);
        }
        String feed = root.text("feed");
        if (root.has("feed") && !feeds.contains(feed)) {
            root.problem("feed", "there is no feed " + feed + Section.hint(feed, feeds));
        }
        Section title = root.section("title");
        Section send = root.section("send");
        RequestTemplate template = new RequestTemplate(
                name(root),
                feed,
                root.text("department"),
                new Title(title.text("zh"), title.text("en")),
                Endpoint.read(root, "rectification-" + feed),
                root.integer("working-days", 15, 1, 365),
                Endpoint.path(send, "path"),
                send.text("key-header", "Idempotency-Key"),
                body(send.section("body")),
                Answer.read(root.section("answer")));
        root.done();
        return template;
    }

    private static String name(Section root) {
        String name = root.text("name");
        if (!name.matches("[a-z][a-z0-9-]{1,40}")) {
            root.problem("name", "found " + name + ", allowed are lower-case letters, digits and dashes");
        }
        return name;
    }

    private static Body body(Section section) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : section.keys()) {
            String text = section.text(field);
            fields.put(field, text);
            for (String name : Body.placeholders(text)) {
                if (!FACTS.contains(name)) {
                    section.problem(
                            field,
                            "a request has no " + name + Section.hint(name, FACTS) + "; it has "
                                    + String.join(", ", FACTS));
                }
            }
        }
        if (fields.values().stream().noneMatch(text -> Body.placeholders(text).contains("value"))) {
            section.problem("body", "no field says {value}: the department would not know what is right");
        }
        return new Body(fields);
    }
}
