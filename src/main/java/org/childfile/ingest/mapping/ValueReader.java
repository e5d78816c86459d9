package org.childfile.ingest.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.childfile.ingest.mapping.AttributeCatalogue.Attribute;
import org.childfile.kernel.Message;
import org.childfile.settings.Section;

/** Reads what a person gives for a value of an attribute, as the feeds' texts are read. */
public final class ValueReader {

    private static final String BETWEEN_PARTS = "[,，、;；]";

    private final Population population;
    private final List<AttributeRule> rules;

    ValueReader(Population population, List<AttributeRule> rules) {
        this.population = population;
        this.rules = List.copyOf(rules);
    }

    /** What a text is. */
    public sealed interface Outcome {

        /** A value of the attribute: String, Boolean, Integer or {@code List<String>}, sorted and each once. */
        record Value(Attribute attribute, Object value) implements Outcome {}

        /** No value of it, or no attribute; the text says what is allowed. */
        record Refused(Message why) implements Outcome {}
    }

    /**
     * Reads a text.
     *
     * @param named an attribute by its name, or by its Chinese or English label
     * @param text for a list its parts with commas between them
     */
    public Outcome read(String named, String text) {
        AttributeCatalogue catalogue = AttributeCatalogue.of(population);
        Optional<Attribute> found = catalogue.all().stream()
                .filter(each -> List.of(each.name(), each.zh(), each.en()).contains(named))
                .findFirst();
        if (found.isEmpty()) {
            return new Outcome.Refused(Message.of(
                    "value.no-attribute",
                    population.written(),
                    named + Section.hint(named, catalogue.names()),
                    String.join(", ", catalogue.names())));
        }
        Attribute attribute = found.get();
        return switch (attribute.type()) {
            case OBJECT -> new Outcome.Refused(Message.of("value.made-of-address", attribute.name()));
            case TEXTS -> list(attribute, text);
            case TEXT, DATE, FLAG, INTEGER -> one(attribute, text);
        };
    }

    private Outcome one(Attribute attribute, String text) {
        return value(attribute, text)
                .<Outcome>map(value -> new Outcome.Value(attribute, value))
                .orElseGet(() -> refused(attribute));
    }

    private Outcome list(Attribute attribute, String text) {
        TreeSet<String> parts = new TreeSet<>();
        for (String part : text.split(BETWEEN_PARTS, -1)) {
            Optional<Object> value = value(attribute, part);
            if (value.isEmpty()) {
                return refused(attribute);
            }
            parts.add(value.get().toString());
        }
        return new Outcome.Value(attribute, List.copyOf(parts));
    }

    /** The value that any feed's rule makes of the text; where no feed gives the attribute, its type decides. */
    private Optional<Object> value(Attribute attribute, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        List<AttributeRule> own = own(attribute);
        for (AttributeRule rule : own) {
            String clean = Normaliser.clean(text);
            if (rule.type() != AttributeType.FLAG && rule.codes().containsValue(clean)) {
                return Optional.of(clean);
            }
            if (rule.read(text) instanceof Reading.Sound(Object value)) {
                return Optional.of(value);
            }
        }
        boolean byType = own.isEmpty() || attribute.type() == AttributeType.FLAG;
        return byType && byType(attribute).read(text) instanceof Reading.Sound(Object value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private List<AttributeRule> own(Attribute attribute) {
        return rules.stream()
                .filter(rule -> rule.attribute().equals(attribute.name()))
                .filter(rule -> rule.constant().isEmpty())
                .toList();
    }

    private static Normaliser byType(Attribute attribute) {
        return switch (attribute.type()) {
            case DATE -> Normaliser.DATE;
            case FLAG -> Normaliser.FLAG;
            case INTEGER -> Normaliser.INTEGER;
            case TEXT, TEXTS -> Normaliser.TEXT;
            case OBJECT -> Normaliser.PLACE;
        };
    }

    private Outcome refused(Attribute attribute) {
        TreeSet<String> codes = new TreeSet<>();
        own(attribute).forEach(rule -> codes.addAll(rule.codes().values()));
        List<String> kinds = new ArrayList<>();
        own(attribute).forEach(rule -> kinds.add(rule.normaliser().name().toLowerCase(java.util.Locale.ROOT)));
        return new Outcome.Refused(
                codes.isEmpty()
                        ? Message.of("value.read-as", attribute.name(), String.join(", ", new TreeSet<>(kinds)))
                        : Message.of("value.none-of", attribute.name(), String.join(", ", codes)));
    }
}
