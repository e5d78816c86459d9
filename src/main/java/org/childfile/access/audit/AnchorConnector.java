package org.childfile.access.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.childfile.ingest.connector.Endpoint;
import org.childfile.ingest.connector.Template;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;

/** Where anchors are sent: one file of {@code connectors/outbound/audit-anchor/}. */
record AnchorConnector(String name, Way way) {

    private static final int VERSION = 1;
    /** "Log audit" of RFC 5424. */
    private static final int AUDIT = 13;

    private static final int MOST_FACILITY = 23;

    /** How an anchor gets there. */
    sealed interface Way {

        /** Appended as a line to a file, best on other storage; a path that is not absolute lies in the home. */
        record File(Template path) implements Way {}

        /** Sent as JSON to an HTTP endpoint, which answers 2xx when it has kept it. */
        record Http(Endpoint endpoint, String path, String keyHeader) implements Way {}

        /**
         * Sent as a message of RFC 5424.
         *
         * @param server HOST:PORT
         * @param tcp with octet counting (RFC 6587); else UDP, of which nobody says whether it arrived
         */
        record Syslog(Template server, boolean tcp, int facility) implements Way {}
    }

    private enum To {
        FILE,
        HTTP,
        SYSLOG
    }

    private enum Protocol {
        TCP,
        UDP
    }

    /** Reads a file; every mistake in it becomes a problem with its line. */
    static AnchorConnector read(Path file, Problems problems) {
        Section root = Section.read(file, problems);
        if (root.integer("version", 0, 1, VERSION) != VERSION) {
            root.problem("version", "expected version: " + VERSION);
        }
        String name = root.text("name");
        if (!name.matches("[a-z][a-z0-9-]{1,40}") && root.has("name")) {
            root.problem("name", "found " + name + ", allowed are lower-case letters, digits and dashes");
        }
        Way way = switch (root.choice("to", To.class, null)) {
            case FILE -> new Way.File(template(root, "file", "where anchors are appended"));
            case HTTP -> {
                Section send = root.section("send");
                yield new Way.Http(
                        Endpoint.read(root, "anchors-to-" + name),
                        Endpoint.path(send, "path"),
                        send.text("key-header", "Idempotency-Key"));
            }
            case SYSLOG ->
                new Way.Syslog(
                        template(root, "server", "the syslog server, HOST:PORT"),
                        root.choice("protocol", Protocol.class, Protocol.TCP) == Protocol.TCP,
                        root.integer("facility", AUDIT, 0, MOST_FACILITY));
        };
        root.done();
        return new AnchorConnector(name, way);
    }

    private static Template template(Section root, String key, String purpose) {
        return new Template(root.text(key), root.file(), purpose);
    }

    Optional<Endpoint> endpoint() {
        return way instanceof Way.Http http ? Optional.of(http.endpoint()) : Optional.empty();
    }

    List<String> missingVariables(Map<String, String> environment) {
        return switch (way) {
            case Way.File file -> missing(file.path(), environment);
            case Way.Http http -> http.endpoint().missingVariables(environment);
            case Way.Syslog syslog -> missing(syslog.server(), environment);
        };
    }

    private static List<String> missing(Template template, Map<String, String> environment) {
        return template.missing(environment).stream()
                .map(variable -> String.format(
                        Locale.ROOT,
                        "%s: %s is not set (%s). Set it and run again.",
                        template.file(),
                        variable,
                        template.purpose()))
                .toList();
    }
}
