package org.childfile.ingest.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Connectors;
import org.childfile.kernel.Sha256;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;

/** Reads one mapping file against the connector of its feed; every mistake becomes a problem with its line. */
final class MappingReader {

    private static final int VERSION = 1;

    private final Section root;
    private final Connectors connectors;

    private MappingReader(Section root, Connectors connectors) {
        this.root = root;
        this.connectors = connectors;
    }

    static FeedMapping read(Path file, Connectors connectors, Problems problems) {
        Section root = Section.read(file, problems);
        FeedMapping mapping = new MappingReader(root, connectors).mapping(digest(file));
        root.done();
        return mapping;
    }

    private FeedMapping mapping(String digest) {
        if (root.integer("version", 0, 1, VERSION) != VERSION) {
            root.problem("version", "expected version: " + VERSION);
        }
        String feed = root.text("feed");
        Optional<Connector> connector = connectors.find(feed);
        if (connector.isEmpty()) {
            root.problem(
                    "feed",
                    "no connector has the feed " + feed + Section.hint(feed, connectors.feeds()) + "; there are "
                            + String.join(", ", connectors.feeds()));
        }
        Population population = root.choice("population", Population.class, null);
        Section attributes = root.section("attributes");
        List<AttributeRule> rules = new ArrayList<>();
        for (String attribute : attributes.keys()) {
            rule(attribute, attributes, population, connector).ifPresent(rules::add);
        }
        if (rules.isEmpty()) {
            root.problem("attributes", "a mapping fills at least one attribute");
        }
        return new FeedMapping(root.file(), feed, population, rules, digest);
    }

    private static Optional<AttributeRule> rule(
            String attribute, Section attributes, Population population, Optional<Connector> connector) {
        Section rule = attributes.section(attribute);
        AttributeCatalogue catalogue = AttributeCatalogue.of(population);
        Optional<AttributeCatalogue.Attribute> known = catalogue.find(attribute);
        if (known.isEmpty()) {
            attributes.problem(
                    attribute,
                    "no such attribute of a " + population.written() + Section.hint(attribute, catalogue.names())
                            + "; there are " + String.join(", ", catalogue.names()));
        }
        AttributeRule read = new AttributeRule(
                attribute,
                known.map(AttributeCatalogue.Attribute::type).orElse(AttributeType.TEXT),
                fields(rule, connector),
                rule.choice("as", Normaliser.class, Normaliser.TEXT),
                codes(rule),
                rule.flag("open", false),
                rule.optionalText("split"),
                rule.texts("strip-prefix"),
                rule.has("digits") ? OptionalInt.of(rule.integer("digits", 1, 1, 40)) : OptionalInt.empty(),
                rule.choice("bad", Bad.class, Bad.QUARANTINE) == Bad.DOUBT,
                condition(rule, connector),
                rule.has("value") ? Optional.of(rule.flag("value", true)) : Optional.empty());
        check(read, rule, known.isPresent());
        boolean identifier = catalogue.identifiers().contains(attribute);
        connector.filter(each -> identifier).ifPresent(each -> checkKey(read, rule, each));
        return known.map(present -> read);
    }

    /** What a text that can be no value does. */
    private enum Bad {
        QUARANTINE,
        DOUBT
    }

    private static void check(AttributeRule read, Section rule, boolean known) {
        if (read.from().isEmpty() && read.constant().isEmpty()) {
            rule.problem("from", "an attribute is filled from a field, or has a value: true or false");
        }
        AttributeType made = read.normaliser().type();
        boolean list = read.type() == AttributeType.TEXTS && made == AttributeType.TEXT;
        if (known && read.constant().isEmpty() && made != read.type() && !list) {
            rule.problem("as", read.attribute() + " is a " + read.type() + ", but this makes a " + made);
        }
    }

    /** What identifies a person directly must not stand in the clear only because it is a key. */
    private static void checkKey(AttributeRule read, Section rule, Connector connector) {
        read.from().stream()
                .filter(field -> connector.key().contains(field) && !connector.sealedKey())
                .forEach(field -> rule.problem(
                        "from",
                        field + " identifies a person and is the key of " + connector.feed()
                                + "; write sealed-key: true in " + connector.file()));
    }

    private static List<String> fields(Section rule, Optional<Connector> connector) {
        List<String> fields = rule.texts("from");
        fields.forEach(field -> checkField(rule, "from", field, connector));
        return fields;
    }

    private static void checkField(Section rule, String key, String path, Optional<Connector> connector) {
        String field = path.split("[.\\[]", 2)[0];
        connector
                .map(Connector::contract)
                .filter(contract -> !contract.knows(field))
                .ifPresent(contract -> {
                    Set<String> known = new TreeSet<>(contract.required());
                    known.addAll(contract.optional());
                    rule.problem(key, "the connector has no field " + field + Section.hint(field, known));
                });
    }

    private static Map<String, String> codes(Section rule) {
        Map<String, String> codes = new LinkedHashMap<>();
        if (rule.has("codes")) {
            Section table = rule.section("codes");
            for (String code : table.keys()) {
                codes.put(code, table.text(code));
            }
        }
        return codes;
    }

    private static Optional<AttributeRule.Condition> condition(Section rule, Optional<Connector> connector) {
        for (String key : List.of("when", "unless")) {
            if (rule.has(key)) {
                Section condition = rule.section(key);
                String field = condition.text("field");
                checkField(condition, "field", field, connector);
                return Optional.of(
                        new AttributeRule.Condition(field, Set.copyOf(condition.texts("is")), key.equals("unless")));
            }
        }
        return Optional.empty();
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            return "";
        }
    }
}
