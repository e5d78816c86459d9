package org.childfile.access.rights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.AttributeClass;
import org.childfile.ingest.mapping.Population;
import org.childfile.settings.Section;

/**
 * What is told by its name alone: a feed, a list, a count, a kind of call.
 *
 * @param protection the class that one must see; empty for any
 * @param needs attributes that one must see, each as {@code population.attribute}
 * @param purposes the only ones for which it is told; empty for all
 * @param wholeCity only to who sees the whole city
 */
public record Named(
        Kind kind,
        String name,
        Optional<String> protection,
        List<String> needs,
        List<String> purposes,
        boolean wholeCity) {

    /** The class of what concerns the protection of a child from those around it; no attribute has it. */
    static final String PROTECTION = "protection";

    /** Sections of {@code names:} in rights.yaml, and what each is called in the tables. */
    public enum Kind {
        FEEDS("feed"),
        LISTS("list"),
        COUNTS("count"),
        CALLS("call");

        private final String written;

        Kind(String written) {
            this.written = written;
        }
    }

    public Named {
        needs = List.copyOf(needs);
        purposes = List.copyOf(purposes);
    }

    /** As the tables call its kind. */
    String written() {
        return wholeCity ? "city-" + kind.written : kind.written;
    }

    /** For whom it is told: a feed beside the persons of its attributes, all else beside nobody in particular. */
    Map<String, List<String>> needsByPopulation() {
        if (kind != Kind.FEEDS) {
            return Map.of("", needs);
        }
        return needs.stream().collect(Collectors.groupingBy(need -> need.substring(0, need.indexOf('.'))));
    }

    /** Reads the section {@code names}; what is wrong becomes a problem with its line. */
    static List<Named> read(Section names, List<String> purposes) {
        List<Named> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Section section = names.section(kind.name().toLowerCase(java.util.Locale.ROOT));
            for (String name : section.keys()) {
                all.add(one(kind, name, section.section(name), purposes));
            }
        }
        return all;
    }

    private static Named one(Kind kind, String name, Section section, List<String> purposes) {
        Optional<String> protection = section.optionalText("class");
        protection.ifPresent(each -> known(section, "class", each, classes()));
        List<String> needs = section.texts("with");
        needs.forEach(need -> known(section, "with", need, attributes()));
        if (kind == Kind.FEEDS && needs.isEmpty()) {
            section.problem("with", "a feed needs an attribute that its name tells of");
        }
        List<String> only = section.texts("purposes");
        only.forEach(purpose -> known(section, "purposes", purpose, purposes));
        return new Named(kind, name, protection, needs, only, section.flag("city", false));
    }

    private static void known(Section section, String key, String found, java.util.Collection<String> allowed) {
        if (!allowed.contains(found)) {
            section.problem(key, "no such " + found + Section.hint(found, allowed));
        }
    }

    /** Every class that rights may give. */
    static Set<String> classes() {
        Set<String> classes = new HashSet<>(Set.of(PROTECTION));
        Stream.of(AttributeClass.values()).map(AttributeClass::written).forEach(classes::add);
        return classes;
    }

    private static Set<String> attributes() {
        Set<String> all = new HashSet<>();
        for (Population population : Population.values()) {
            AttributeCatalogue.of(population).names().forEach(name -> all.add(population.written() + "." + name));
        }
        return all;
    }
}
