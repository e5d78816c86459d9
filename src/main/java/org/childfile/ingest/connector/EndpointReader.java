package org.childfile.ingest.connector;

import java.time.Duration;
import java.util.List;
import org.childfile.settings.Section;

/** Reads the part of a connector file that says where requests go, how they show who asks, and what they may cost. */
final class EndpointReader {

    private final Section root;

    EndpointReader(Section root) {
        this.root = root;
    }

    Endpoint endpoint(String name) {
        return new Endpoint(
                root.file(),
                name,
                template(root, "url", "the base URL of the department"),
                hosts(),
                auth(root.section("auth")),
                limits(root.section("limits")));
    }

    private List<String> hosts() {
        List<String> hosts = root.texts("hosts");
        for (String host : hosts) {
            if (!host.matches(
                    "[A-Za-z0-9][A-Za-z0-9.-]{0,252}|[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]{0,40}")) {
                root.problem("hosts", "found " + host + ", allowed is a host's whole name or address, without a port");
            }
        }
        return hosts;
    }

    private Template template(Section section, String key, String purpose) {
        return new Template(section.text(key), root.file(), purpose);
    }

    private enum Scheme {
        NONE,
        BEARER,
        API_KEY,
        OAUTH2,
        SIGNATURE
    }

    private Connector.Auth auth(Section section) {
        return switch (section.choice("scheme", Scheme.class, Scheme.NONE)) {
            case NONE -> new Connector.Auth.None();
            case BEARER -> new Connector.Auth.Bearer(template(section, "token", "sent as the bearer token"));
            case API_KEY -> {
                String header = section.text("header");
                yield new Connector.Auth.ApiKey(header, template(section, "key", "sent as " + header));
            }
            case OAUTH2 ->
                new Connector.Auth.OAuth2(
                        path(section, "token-path"),
                        template(section, "client-id", "the client id of the token request"),
                        template(section, "client-secret", "the client secret of the token request"));
            case SIGNATURE ->
                new Connector.Auth.Signature(
                        section.choice(
                                "algorithm",
                                Connector.Auth.Signature.Algorithm.class,
                                Connector.Auth.Signature.Algorithm.HMAC_SHA256),
                        template(section, "app-id", "sent as X-App-Id"),
                        template(section, "secret", "signs each request"));
        };
    }

    /** A path below the department's base URL. */
    static String path(Section section, String key) {
        String path = section.text(key);
        if (!path.startsWith("/") && section.has(key)) {
            section.problem(key, "found " + path + ", a path begins with /");
        } else if (path.startsWith("//") || path.contains("\\") || path.matches("(.*/)?\\.\\.?([/?].*)?")) {
            section.problem(key, "found " + path + ", a path leads down from the base URL, without // and ..");
        }
        return path;
    }

    private static Connector.Limits limits(Section section) {
        return new Connector.Limits(
                section.duration("connect-timeout", Duration.ofSeconds(10)),
                section.duration("answer-timeout", Duration.ofSeconds(60)),
                section.integer("attempts", 4, 1, 20),
                section.duration("back-off", Duration.ofSeconds(1)),
                section.duration("max-back-off", Duration.ofSeconds(60)),
                section.integer("jitter-percent", 20, 0, 100),
                section.integer("requests-per-second", 20, 1, 1000),
                section.size("max-answer", 512L << 20),
                section.size("max-unpacked", 4L << 30),
                (int) Math.min(section.size("max-record", 8L << 20), 256L << 20),
                section.integer("max-shrink-percent", 20, 0, 100),
                section.integer("max-refused-percent", 5, 0, 100),
                section.duration("deadline", Duration.ofMinutes(30)));
    }
}
