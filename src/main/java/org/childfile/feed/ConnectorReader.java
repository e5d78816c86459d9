package org.childfile.feed;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;
import org.quartz.CronExpression;

/**
 * Reads one connector file; every mistake in it becomes a problem with its line.
 *
 * <p>Over 250 lines: it is the list of all settings of a connector, in the order of the file.
 */
final class ConnectorReader {

    private static final int VERSION = 1;

    private final Section root;

    private ConnectorReader(Section root) {
        this.root = root;
    }

    static Connector read(Path file, Problems problems) {
        Section root = Section.read(file, problems);
        Connector connector = new ConnectorReader(root).connector();
        root.done();
        return connector;
    }

    private Connector connector() {
        if (root.integer("version", 0, 1, VERSION) != VERSION) {
            root.problem("version", "expected version: " + VERSION);
        }
        Section title = root.section("title");
        Section deletion = root.section("deletion");
        Contract contract = new Contract();
        Connector connector = new Connector(
                root.file(),
                feedName(),
                new Connector.Title(title.text("zh"), title.text("en")),
                template(root, "url", "the base URL of the department"),
                hosts(),
                root.choice("mode", Connector.Mode.class, null),
                root.texts("key"),
                root.flag("sealed-key", false),
                root.optionalText("updated"),
                root.has("deletion")
                        ? Optional.of(new Connector.Deletion(deletion.text("field"), deletion.text("value")))
                        : Optional.empty(),
                contract.read(),
                auth(root.section("auth")),
                fetch(root.section("fetch")),
                format(root.section("format")),
                schedule(root.section("schedule")),
                limits(root.section("limits")));
        contract.mustKnow("key", connector.key());
        contract.mustKnow("updated", connector.updated().stream().toList());
        contract.mustKnow(
                "deletion",
                connector.deletion().map(Connector.Deletion::field).stream().toList());
        if (connector.key().isEmpty()) {
            root.problem("key", "a feed needs the field or fields that make a record's key");
        }
        return connector;
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

    private String feedName() {
        String feed = root.text("feed");
        if (!feed.matches("[a-z][a-z0-9-]{1,40}")) {
            root.problem("feed", "found " + feed + ", allowed are lower-case letters, digits and dashes");
        }
        return feed;
    }

    /** The contract of the fields, and the check that other settings speak of fields in it. */
    private final class Contract {
        private Connector.Contract contract = new Connector.Contract(Set.of(), Set.of());

        Connector.Contract read() {
            Section fields = root.section("fields");
            List<String> required = fields.texts("required");
            List<String> optional = fields.texts("optional");
            Set<String> seen = new HashSet<>();
            for (List<String> names : List.of(required, optional)) {
                for (String name : names) {
                    if (!seen.add(name)) {
                        root.problem("fields", "the field " + name + " stands here twice");
                    }
                }
            }
            contract = new Connector.Contract(new HashSet<>(required), new HashSet<>(optional));
            return contract;
        }

        void mustKnow(String setting, List<String> names) {
            for (String name : names) {
                if (!contract.knows(name)) {
                    Set<String> all = new HashSet<>(contract.required());
                    all.addAll(contract.optional());
                    root.problem(setting, "the field " + name + " is not in fields" + Section.hint(name, all));
                }
            }
        }
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

    private enum Style {
        FILE,
        MANIFEST,
        PAGES,
        CURSOR
    }

    private Connector.Fetch fetch(Section section) {
        String path = path(section, "path");
        return switch (section.choice("style", Style.class, null)) {
            case FILE -> new Connector.Fetch.OneFile(path, section.optionalText("row-count-header"));
            case MANIFEST -> new Connector.Fetch.Manifest(path, path(section, "file-path"), pattern(section));
            case PAGES -> {
                if (!path.contains("{page}")) {
                    section.problem("path", "a path of pages holds {page}");
                }
                yield new Connector.Fetch.Pages(path, section.integer("page-size", 500, 1, 10_000), since(section));
            }
            case CURSOR -> new Connector.Fetch.Cursor(path, section.text("cursor-parameter", "cursor"), since(section));
        };
    }

    /** A path below the department's base URL. */
    private static String path(Section section, String key) {
        String path = section.text(key);
        if (!path.startsWith("/") && section.has(key)) {
            section.problem(key, "found " + path + ", a path begins with /");
        } else if (path.startsWith("//") || path.contains("\\") || path.matches("(.*/)?\\.\\.?([/?].*)?")) {
            section.problem(key, "found " + path + ", a path leads down from the base URL, without // and ..");
        }
        return path;
    }

    private static String pattern(Section section) {
        String pattern = section.text("pattern", "*");
        if (pattern.contains("/") || pattern.contains("\\")) {
            section.problem("pattern", "found " + pattern + ", a pattern is for names in one directory, without /");
        }
        return pattern;
    }

    private static Optional<Connector.Since> since(Section section) {
        if (!section.has("since")) {
            return Optional.empty();
        }
        Section since = section.section("since");
        return Optional.of(new Connector.Since(since.text("parameter"), since.optionalText("form")));
    }

    private enum Kind {
        CSV,
        NDJSON,
        JSON,
        XML,
        XLSX
    }

    private static Connector.Format format(Section section) {
        return switch (section.choice("type", Kind.class, null)) {
            case CSV -> {
                String delimiter = section.text("delimiter", ",");
                if (delimiter.length() != 1) {
                    section.problem("delimiter", "found " + delimiter + ", allowed is one character");
                }
                yield new Connector.Format.Csv(
                        charset(section), delimiter.isEmpty() ? ',' : delimiter.charAt(0), section.flag("gzip", false));
            }
            case NDJSON -> new Connector.Format.Ndjson(section.flag("gzip", false));
            case JSON ->
                new Connector.Format.Json(
                        pointer(section, "records").orElse(""),
                        pointer(section, "total"),
                        pointer(section, "page"),
                        pointer(section, "next"),
                        pointer(section, "watermark"),
                        status(section));
            case XML -> new Connector.Format.Xml(section.text("record"));
            case XLSX ->
                new Connector.Format.Xlsx(
                        section.integer("sheet", 1, 1, 100), section.integer("header-row", 1, 1, 1000));
        };
    }

    private static String charset(Section section) {
        String name = section.text("charset", "UTF-8");
        try {
            return Charset.forName(name).name();
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            section.problem("charset", "found " + name + ", which is no character set that Java knows");
            return "UTF-8";
        }
    }

    private static Optional<String> pointer(Section section, String key) {
        Optional<String> pointer = section.optionalText(key);
        if (pointer.isPresent() && !pointer.get().startsWith("/")) {
            section.problem(key, "found " + pointer.get() + ", a JSON pointer begins with /");
        }
        return pointer;
    }

    private static Optional<Connector.Status> status(Section section) {
        if (!section.has("status")) {
            return Optional.empty();
        }
        Section status = section.section("status");
        return Optional.of(new Connector.Status(
                pointer(status, "field").orElse("/code"),
                status.text("ok"),
                Set.copyOf(status.texts("token-expired")),
                pointer(status, "message").orElse("/message")));
    }

    private static Connector.Schedule schedule(Section section) {
        String cron = section.text("cron");
        try {
            CronExpression.validateExpression(cron);
        } catch (ParseException e) {
            section.problem("cron", "found " + cron + ", which is no Quartz cron expression: " + e.getMessage());
        }
        String zone = section.text("zone", "Asia/Shanghai");
        ZoneId zoneId = ZoneId.of("Asia/Shanghai");
        try {
            zoneId = ZoneId.of(zone);
        } catch (DateTimeException e) {
            section.problem("zone", "found " + zone + ", which is no time zone");
        }
        return new Connector.Schedule(cron, zoneId, section.duration("freshness", Duration.ofHours(36)));
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
                section.integer("max-shrink-percent", 20, 0, 100));
    }
}
