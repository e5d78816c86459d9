package org.childfile.ingest.connector;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.childfile.kernel.CharacterSets;
import org.childfile.kernel.CityTime;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;
import org.quartz.CronExpression;

/**
 * Reads one connector file; every mistake in it becomes a problem with its line.
 */
final class ConnectorReader {

    private static final int VERSION = 1;
    private static final Duration SHORTEST_STREAM = Duration.ofSeconds(5);

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
        Endpoint endpoint = new EndpointReader(root).endpoint("");
        Section title = root.section("title");
        Section deletion = root.section("deletion");
        Contract contract = new Contract();
        Connector connector = new Connector(
                root.file(),
                feedName(),
                new Connector.Title(title.text("zh"), title.text("en")),
                Notice.read(root),
                endpoint.url(),
                endpoint.hosts(),
                root.choice("mode", Connector.Mode.class, null),
                root.texts("key"),
                root.flag("sealed-key", false),
                root.optionalText("updated"),
                root.has("deletion")
                        ? Optional.of(new Connector.Deletion(deletion.text("field"), deletion.text("value")))
                        : Optional.empty(),
                contract.read(),
                endpoint.auth(),
                FetchReader.read(root.section("fetch")),
                format(root.section("format")),
                schedule(root.section("schedule")),
                endpoint.limits(),
                root.has("push") ? Optional.of(push(root.section("push"))) : Optional.empty(),
                root.has("stream") ? Optional.of(stream(root.section("stream"))) : Optional.empty());
        contract.mustKnow("key", connector.key());
        contract.mustKnow("updated", connector.updated().stream().toList());
        contract.mustKnow(
                "deletion",
                connector.deletion().map(Connector.Deletion::field).stream().toList());
        if (connector.stream().isPresent() && !asksForChanges(connector)) {
            root.problem("stream", "changes can be asked for only where mode is no snapshot and fetch has since");
        }
        if (connector.key().isEmpty()) {
            root.problem("key", "a feed needs the field or fields that make a record's key");
        }
        return connector;
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
                        section.integer("sheet", 1, 1, 100),
                        section.integer("header-row", 1, 1, 1000),
                        section.flag("fill-merged", true));
        };
    }

    private static String charset(Section section) {
        String name = section.text("charset", "UTF-8");
        Optional<Charset> found = CharacterSets.find(name);
        if (found.filter(charset -> !Encodings.readable(charset)).isPresent()) {
            section.problem(
                    "charset",
                    "found " + name + ", allowed are UTF-16 and sets in which line ends, quotes and delimiters are"
                            + " those of ASCII, such as UTF-8 and GB18030");
        }
        if (found.isEmpty()) {
            section.problem("charset", "found " + name + ", which is no character set that Java knows");
        }
        return found.map(Charset::name).orElse("UTF-8");
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

    private static boolean asksForChanges(Connector connector) {
        boolean since = switch (connector.fetch()) {
            case Connector.Fetch.Pages pages -> pages.since().isPresent();
            case Connector.Fetch.Cursor cursor -> cursor.since().isPresent();
            case Connector.Fetch.OneFile ignored -> false;
            case Connector.Fetch.Manifest ignored -> false;
        };
        return since && connector.mode() != Connector.Mode.SNAPSHOT;
    }

    private Connector.Push push(Section section) {
        List<String> secrets = section.texts("secrets");
        if (secrets.isEmpty()) {
            section.problem("secrets", "a push is signed: name at least one secret, such as ${HEALTH_PUSH_SECRET}");
        }
        for (String secret : secrets) {
            if (!secret.contains("${")) {
                section.problem(
                        "secrets", "a secret stands in a variable, such as ${HEALTH_PUSH_SECRET}, not in the file");
            }
        }
        return new Connector.Push(
                secrets.stream()
                        .map(secret -> new Template(secret, root.file(), "signs what the department pushes"))
                        .toList(),
                (int) Math.min(section.size("max-body", 1L << 20), 64L << 20),
                section.integer("max-records", 1000, 1, 100_000));
    }

    private static Duration stream(Section section) {
        Duration every = section.duration("every", Duration.ofSeconds(60));
        if (every.compareTo(SHORTEST_STREAM) < 0) {
            section.problem("every", "found " + every + ", the shortest is " + SHORTEST_STREAM.toSeconds() + "s");
        }
        return every;
    }

    private static Connector.Schedule schedule(Section section) {
        String cron = section.text("cron");
        try {
            CronExpression.validateExpression(cron);
        } catch (ParseException e) {
            section.problem("cron", "found " + cron + ", which is no Quartz cron expression: " + e.getMessage());
        }
        String zone = section.text("zone", CityTime.ZONE.getId());
        ZoneId zoneId = CityTime.ZONE;
        try {
            zoneId = ZoneId.of(zone);
        } catch (DateTimeException e) {
            section.problem("zone", "found " + zone + ", which is no time zone");
        }
        return new Connector.Schedule(cron, zoneId, section.duration("freshness", Duration.ofHours(36)));
    }
}
