package org.childfile.files.merge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.Mappings;
import org.childfile.ingest.mapping.Population;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;

/** The survivorship rules of all populations: {@code mappings/survivorship.yaml}. */
public final class Survivorship {

    private static final int VERSION = 1;

    private final Map<Population, List<SurvivorshipRule>> rules;

    private Survivorship(Map<Population, List<SurvivorshipRule>> rules) {
        this.rules = rules;
    }

    List<SurvivorshipRule> rules(Population population) {
        return rules.getOrDefault(population, List.of());
    }

    /** Reads {@code survivorship.yaml} of a directory; mistakes go to {@code problems}. */
    public static Survivorship read(Path directory, Mappings mappings, Problems problems) {
        Section root = Section.read(directory.resolve("survivorship.yaml"), problems);
        if (root.integer("version", 0, 1, VERSION) != VERSION) {
            root.problem("version", "expected version: " + VERSION);
        }
        Map<Population, List<SurvivorshipRule>> rules = new EnumMap<>(Population.class);
        for (Population population : List.of(Population.CHILD, Population.VOLUNTEER)) {
            Section section = root.section(population.written());
            rules.put(population, new Reader(population, mappings).rules(section));
        }
        root.done();
        return new Survivorship(rules);
    }

    /** Reads the rules of one population. */
    private static final class Reader {
        private final AttributeCatalogue catalogue;
        private final Set<String> feeds;
        private final Set<String> seen = new HashSet<>();

        Reader(Population population, Mappings mappings) {
            this.catalogue = AttributeCatalogue.of(population);
            this.feeds = new HashSet<>(mappings.feeds(population));
        }

        List<SurvivorshipRule> rules(Section section) {
            Section fallback = section.section("default");
            List<Criterion> by = criteria(fallback);
            List<String> order = order(fallback);
            List<SurvivorshipRule> rules = new ArrayList<>();
            Section attributes = section.section("attributes");
            for (String name : attributes.keys()) {
                Section rule = attributes.section(name);
                List<String> together = new ArrayList<>(List.of(name));
                together.addAll(rule.texts("with"));
                together.forEach(attribute -> check(attributes, name, attribute));
                rules.add(new SurvivorshipRule(
                        together,
                        rule.has("by") ? criteria(rule) : by,
                        rule.has("order") ? order(rule) : order,
                        rule.flag("union", false)));
            }
            for (String attribute : catalogue.names()) {
                if (!seen.contains(attribute)) {
                    rules.add(new SurvivorshipRule(List.of(attribute), by, order, false));
                }
            }
            return List.copyOf(rules);
        }

        private void check(Section section, String key, String attribute) {
            if (catalogue.find(attribute).isEmpty()) {
                section.problem(key, "no such attribute " + attribute + Section.hint(attribute, catalogue.names()));
            } else if (!seen.add(attribute)) {
                section.problem(key, "the attribute " + attribute + " has a rule already");
            }
        }

        private static List<Criterion> criteria(Section section) {
            List<Criterion> criteria = new ArrayList<>();
            for (String text : section.texts("by")) {
                Optional<Criterion> criterion = Arrays.stream(Criterion.values())
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst();
                criterion.ifPresentOrElse(
                        criteria::add,
                        () -> section.problem(
                                "by", "found " + text + ", allowed are validity, majority, order, recency"));
            }
            return criteria;
        }

        private List<String> order(Section section) {
            List<String> order = section.texts("order");
            for (String feed : order) {
                if (!feeds.contains(feed)) {
                    section.problem(
                            "order", "no mapping of this population has the feed " + feed + Section.hint(feed, feeds));
                }
            }
            return order;
        }
    }
}
