package org.childfile.ingest.mapping;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.childfile.kernel.Resources;

/** Every attribute that a standard record of a population may have, in the order in which they are shown. */
public final class AttributeCatalogue {

    private static final Map<Population, AttributeCatalogue> ALL = read();

    private final Map<String, Attribute> byName;
    private final Set<String> identifiers;
    private final Set<String> sensitive;

    private AttributeCatalogue(Map<String, Attribute> byName) {
        this.byName = Collections.unmodifiableMap(byName);
        this.identifiers = byName.values().stream()
                .filter(attribute -> attribute.protection() == AttributeClass.IDENTIFIER)
                .map(Attribute::name)
                .collect(Collectors.toUnmodifiableSet());
        this.sensitive = byName.values().stream()
                .filter(attribute -> attribute.sealed() && attribute.protection() != AttributeClass.IDENTIFIER)
                .map(Attribute::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * One attribute, with its names for people.
     *
     * @param protection the class by which it is protected
     * @param sealed whether its values lie sealed wherever they are kept
     * @param codes the list of its codes in {@link CodeList}; empty where its values are words
     * @param column its place among the columns of {@code mart.child} or {@code mart.volunteer}; 0 without a column of its own
     */
    public record Attribute(
            String name,
            AttributeType type,
            String zh,
            String en,
            AttributeClass protection,
            boolean sealed,
            String codes,
            int column) {
        public Attribute {
            if (protection == AttributeClass.IDENTIFIER && !sealed) {
                throw new IllegalStateException("attributes.csv: " + name + " identifies persons and is to be sealed");
            }
            if (sealed
                    && protection != AttributeClass.IDENTIFIER
                    && (type == AttributeType.FLAG || type == AttributeType.INTEGER || type == AttributeType.OBJECT)) {
                throw new IllegalStateException("attributes.csv: " + name + " is no text and cannot be sealed");
            }
        }

        /** What it is called in a language. */
        public String label(Locale locale) {
            return ValueWords.english(locale) ? en : zh;
        }
    }

    public static AttributeCatalogue of(Population population) {
        AttributeCatalogue catalogue = ALL.get(population);
        if (catalogue == null) {
            throw new IllegalStateException("the program is incomplete: no attributes of " + population);
        }
        return catalogue;
    }

    public Optional<Attribute> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In the order in which they are shown. */
    public List<Attribute> all() {
        return List.copyOf(byName.values());
    }

    /** The attributes of class identifier: sealed wherever they are kept, with a mask in their place. */
    public Set<String> identifiers() {
        return identifiers;
    }

    /** The other attributes that are sealed wherever they are kept: texts, dates and lists of texts. */
    public Set<String> sensitive() {
        return sensitive;
    }

    /** The attributes with a column of their own in the published views, in the order of the columns. */
    public List<Attribute> columns() {
        return byName.values().stream()
                .filter(attribute -> attribute.column() > 0)
                .sorted(Comparator.comparingInt(Attribute::column))
                .toList();
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    private static boolean sealed(List<String> cells) {
        return switch (cells.get(6)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalStateException("attributes.csv: " + cells.get(1) + ": sealed is yes or no");
        };
    }

    private static Map<Population, AttributeCatalogue> read() {
        Map<Population, Map<String, Attribute>> found = new LinkedHashMap<>();
        for (String line : Resources.lines(AttributeCatalogue.class, "attributes.csv")) {
            List<String> cells = List.of(line.split(",", -1));
            Population population = Population.valueOf(cells.get(0).toUpperCase(Locale.ROOT));
            found.computeIfAbsent(population, each -> new LinkedHashMap<>())
                    .put(
                            cells.get(1),
                            new Attribute(
                                    cells.get(1),
                                    AttributeType.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
                                    cells.get(3),
                                    cells.get(4),
                                    AttributeClass.valueOf(cells.get(5).toUpperCase(Locale.ROOT)),
                                    sealed(cells),
                                    cells.get(7),
                                    cells.get(8).isEmpty() ? 0 : Integer.parseInt(cells.get(8))));
        }
        Map<Population, AttributeCatalogue> all = new LinkedHashMap<>();
        found.forEach((population, attributes) -> all.put(population, new AttributeCatalogue(attributes)));
        return Collections.unmodifiableMap(all);
    }
}
