package org.childfile.ingest.mapping;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Connectors;
import org.childfile.settings.Problems;
import org.childfile.settings.YamlFiles;

/** All mappings of a directory, by feed. */
public final class Mappings {

    private static final Set<String> NOT_A_FEED = Set.of(
            "survivorship.yaml",
            "rights.yaml",
            "pairing.yaml",
            "care.yaml",
            "wakeup.yaml",
            "holidays.yaml",
            "compliance.yaml");

    private final Map<String, FeedMapping> byFeed;

    private Mappings(Map<String, FeedMapping> byFeed) {
        this.byFeed = Collections.unmodifiableMap(byFeed);
    }

    /** Reads every {@code *.yaml} of the directory that is one of a feed; mistakes go to {@code problems}. */
    public static Mappings read(Path directory, Connectors connectors, Problems problems) {
        Map<String, FeedMapping> byFeed = new TreeMap<>();
        for (Path file : YamlFiles.of(directory, "mapping files", problems)) {
            if (!NOT_A_FEED.contains(String.valueOf(file.getFileName()))) {
                FeedMapping mapping = MappingReader.read(file, connectors, problems);
                FeedMapping other = byFeed.putIfAbsent(mapping.feed(), mapping);
                if (other != null) {
                    problems.add(
                            file.toString(), 0, "the feed " + mapping.feed() + " stands in " + other.file() + " too");
                }
            }
        }
        for (Connector connector : connectors.all()) {
            if (!byFeed.containsKey(connector.feed())) {
                problems.add(connector.file(), 0, "the feed " + connector.feed() + " has no file in " + directory);
            }
        }
        return new Mappings(byFeed);
    }

    Optional<FeedMapping> find(String feed) {
        return Optional.ofNullable(byFeed.get(feed));
    }

    /** The attributes that a feed fills, in the order of its file. */
    public List<String> attributes(String feed) {
        return find(feed).stream()
                .flatMap(mapping -> mapping.rules().stream())
                .map(AttributeRule::attribute)
                .distinct()
                .toList();
    }

    /** The field in which a feed gives an attribute; the attribute's own name where it follows from no single one. */
    public String field(String feed, String attribute) {
        return find(feed).stream()
                .flatMap(mapping -> mapping.rules().stream())
                .filter(rule ->
                        rule.attribute().equals(attribute) && !rule.from().isEmpty())
                .map(rule -> rule.from().getFirst())
                .findFirst()
                .orElse(attribute);
    }

    /** Reads values that persons give for a population's attributes. */
    public ValueReader reader(Population population) {
        return new ValueReader(
                population,
                byFeed.values().stream()
                        .filter(mapping -> mapping.population() == population)
                        .flatMap(mapping -> mapping.rules().stream())
                        .toList());
    }

    /** The feeds that speak of a population, by name. */
    public List<String> feeds(Population population) {
        return byFeed.values().stream()
                .filter(mapping -> mapping.population() == population)
                .map(FeedMapping::feed)
                .toList();
    }

    /** By attribute of a population the feeds that can give it, by name. */
    public Map<String, SortedSet<String>> sources(Population population) {
        Map<String, SortedSet<String>> sources = new TreeMap<>();
        for (FeedMapping mapping : byFeed.values()) {
            if (mapping.population() == population) {
                mapping.rules()
                        .forEach(rule -> sources.computeIfAbsent(rule.attribute(), name -> new TreeSet<>())
                                .add(mapping.feed()));
            }
        }
        return sources;
    }
}
