package org.childfile.files.versions;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childfile.database.Migrations;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.AttributeCatalogue.Attribute;
import org.childfile.ingest.mapping.AttributeClass;
import org.childfile.ingest.mapping.AttributeType;
import org.childfile.ingest.mapping.Population;

/**
 * What the migrations are told of the attributes of files: the columns of versions, and what the published views show of each
 * to whom. Of a child {@code POPULATION.NAME} has what stands before its grade of risk, {@code POPULATION.NAME.more} what
 * stands behind it; of volunteers all stands before.
 */
public final class VersionSchema {

    /** What is shown otherwise than to who sees the attribute: the mask of a name, divisions (rows are chosen by them), a flag. */
    private static final Map<String, String> SHOWN = Map.of(
            "child.name",
            "case when o.see ? 'name' then v.name when s.mask_name then rights.masked(v.name) end",
            "volunteer.name",
            "case when s.see ? 'name' then v.name when s.mask_name then rights.masked(v.name) end",
            "child.registered_division",
            "v.registered_division collate \"C\"",
            "child.residence_division",
            "v.residence_division collate \"C\"",
            "volunteer.division",
            "v.division collate \"C\"",
            "child.on_roster",
            "case when o.see ? 'on_roster' then coalesce(v.on_roster, false) end");

    private VersionSchema() {}

    /** The program's migrations. */
    public static Migrations migrations() {
        Map<String, String> words = new HashMap<>();
        for (Population population : List.of(Population.CHILD, Population.VOLUNTEER)) {
            words.putAll(words(population));
        }
        words.put(
                "attributes",
                Stream.of(Population.values()).flatMap(VersionSchema::classes).collect(Collectors.joining(",\n    ")));
        return new Migrations(words);
    }

    private static Stream<String> classes(Population population) {
        return AttributeCatalogue.of(population).all().stream()
                .map(attribute -> "(%s, %s, %s)"
                        .formatted(
                                quoted(lower(population)),
                                quoted(attribute.name()),
                                quoted(lower(attribute.protection()))));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> words(Population population) {
        String name = lower(population);
        List<Attribute> all = AttributeCatalogue.of(population).columns();
        int before = 0;
        while (before < all.size() && all.get(before).column() == before + 1) {
            before++;
        }
        List<Attribute> first = all.subList(0, before);
        List<Attribute> more = all.subList(before, all.size());
        Function<Attribute, String> shown = attribute -> "       " + shown(name, attribute) + " as " + attribute.name();
        Map<String, String> words = new HashMap<>();
        words.put(name + ".shown", list(first, ",\n", shown));
        words.put(name + ".shown.more", list(more, ",\n", shown));
        words.put(name + ".names", list(first, ", ", attribute -> "f." + attribute.name()));
        words.put(name + ".names.more", list(more, ", ", attribute -> "f." + attribute.name()));
        words.put(
                name + ".columns",
                list(all, ", ", attribute -> "add column if not exists " + attribute.name() + " " + type(attribute)));
        words.put(
                name + ".words",
                list(all, ", ", each -> "(" + quoted(each.name()) + ", " + quoted(each.zh() + "：" + each.en()) + ")"));
        words.put(
                name + ".identifiers",
                list(
                        all.stream()
                                .filter(each -> each.protection() == AttributeClass.IDENTIFIER)
                                .toList(),
                        ", ",
                        each -> quoted(each.name())));
        return words;
    }

    private static String list(List<Attribute> attributes, String between, Function<Attribute, String> each) {
        return attributes.stream().map(each).collect(Collectors.joining(between));
    }

    private static String shown(String population, Attribute attribute) {
        String sight = population.equals("child") ? "o" : "s";
        String value = attribute.type() == AttributeType.TEXTS
                ? "coalesce(v.%s, '{}')".formatted(attribute.name())
                : "v." + attribute.name();
        return SHOWN.getOrDefault(
                population + "." + attribute.name(),
                "case when %s.see ? %s then %s end".formatted(sight, quoted(attribute.name()), value));
    }

    /** What is sealed is text. */
    private static String type(Attribute attribute) {
        return switch (attribute.type()) {
            case TEXT -> "text";
            case TEXTS -> "text[]";
            case DATE -> attribute.sealed() ? "text" : "date";
            case FLAG -> "boolean";
            case INTEGER -> "integer";
            case OBJECT -> throw new IllegalStateException("attributes.csv: " + attribute.name() + " can be no column");
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
