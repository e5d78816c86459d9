package org.childfile.files.digitalfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.AttributeClass;
import org.childfile.ingest.mapping.AttributeType;
import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.Resources;

/**
 * What rules may ask of a child: every attribute of its file, and
 *
 * <ul>
 *   <li>{@code feeds}: the feeds that hold a record of it now;
 *   <li>{@code withdrawn.FEED}: the day on which a feed that held it no longer did; {@code withdrawn.ATTRIBUTE}: what a
 *       record said that its feed took back, where the feed holds no other;
 *   <li>{@code paired}, {@code paired_since}: whether a pairing is in force, and since when; {@code last_visited_on}: when
 *       the caring mother last met the child;
 *   <li>{@code guardian_born_on}: by the guardian's id number; the evidence shows the year alone;
 *   <li>{@code kind}, {@code hidden}, {@code signal}: the ids of the rules of earlier parts that fire.
 * </ul>
 */
final class FactCatalogue {

    static final String FEEDS = "feeds";
    static final String WITHDRAWN = "withdrawn.";
    static final String PAIRED = "paired";
    static final String PAIRED_SINCE = "paired_since";
    static final String LAST_VISITED_ON = "last_visited_on";
    static final String GUARDIAN_BORN_ON = "guardian_born_on";

    /** By which attribute's right it is shown that a feed holds, or held, a record; of other feeds by that of the name. */
    private static final Map<String, String> SIGHT_OF_FEED =
            Resources.lines(FactCatalogue.class, "sight-of-feeds.csv").stream()
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));

    private final Map<String, Fact> facts = new LinkedHashMap<>();

    /**
     * One fact.
     *
     * @param sight the attribute whose right shows it
     * @param sealed whether nothing but its presence can be asked
     * @param sensitive whether evidence keeps its values sealed
     */
    record Fact(String name, AttributeType type, String sight, boolean sealed, boolean sensitive) {
        Fact(String name, AttributeType type, String sight) {
            this(name, type, sight, false, false);
        }
    }

    /** @param feeds the feeds that speak of children */
    FactCatalogue(List<String> feeds) {
        AttributeCatalogue attributes = AttributeCatalogue.of(Population.CHILD);
        for (String name : attributes.names()) {
            AttributeCatalogue.Attribute attribute = attributes.find(name).orElseThrow();
            boolean sealed = attribute.protection() == AttributeClass.IDENTIFIER;
            boolean sensitive = attributes.sensitive().contains(name);
            put(new Fact(name, attribute.type(), name, sealed, sensitive));
            put(new Fact(WITHDRAWN + name, attribute.type(), name, sealed, sensitive));
        }
        feeds.forEach(feed -> put(new Fact(WITHDRAWN + feed, AttributeType.DATE, sightOfFeed(feed))));
        put(new Fact(FEEDS, AttributeType.TEXTS, "name"));
        put(new Fact(PAIRED, AttributeType.FLAG, "name"));
        put(new Fact(PAIRED_SINCE, AttributeType.DATE, "name"));
        put(new Fact(LAST_VISITED_ON, AttributeType.DATE, "name"));
        put(new Fact(GUARDIAN_BORN_ON, AttributeType.DATE, "guardian_name"));
        for (Part part : List.of(Part.KINDS, Part.HIDDEN, Part.SIGNALS)) {
            put(new Fact(part.fact(), AttributeType.TEXTS, "kinds"));
        }
    }

    private void put(Fact fact) {
        facts.put(fact.name(), fact);
    }

    static String sightOfFeed(String feed) {
        return SIGHT_OF_FEED.getOrDefault(feed, "name");
    }

    Optional<Fact> find(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /** Those that a rule of a part may ask for. */
    List<String> names(Part part) {
        List<String> names = new ArrayList<>(facts.keySet());
        for (Part later : Part.values()) {
            if (later.compareTo(part) >= 0) {
                names.remove(later.fact());
            }
        }
        return names;
    }
}
