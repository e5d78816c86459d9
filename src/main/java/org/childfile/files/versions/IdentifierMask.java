package org.childfile.files.versions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.childfile.access.privacy.Masking;
import org.childfile.files.merge.Profile;
import org.childfile.files.merge.Profile.Conflict;
import org.childfile.files.merge.Profile.Value;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.Population;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of a profile lies sealed. What identifies a person directly is masked, and kept beside it as one JSON object, {@code
 * {"values": {attribute: value, …}, "others": {attribute: [value, …], …}}}; the others are those of the attribute's conflict,
 * in its order. In the place of each text of a sensitive attribute stands the text sealed. Pure.
 */
final class IdentifierMask {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Map<String, Object>>> HIDDEN = new TypeReference<>() {};
    private static final Set<String> OPEN_PARTS = Set.of("district", "township");

    private final Set<String> identifiers;
    private final Set<String> sensitive;

    IdentifierMask(Population population) {
        AttributeCatalogue catalogue = AttributeCatalogue.of(population);
        this.identifiers = catalogue.identifiers();
        this.sensitive = catalogue.sensitive();
    }

    /**
     * The profile as every table shows it.
     *
     * @param seal seals a text of an attribute
     */
    Profile masked(Profile profile, BinaryOperator<String> seal) {
        return with(
                profile,
                (attribute, value, other) -> identifiers.contains(attribute)
                        ? mask(attribute, value)
                        : texts(value, text -> seal.apply(attribute, text)));
    }

    boolean isSensitive(String attribute) {
        return sensitive.contains(attribute);
    }

    private static Object texts(Object value, UnaryOperator<String> change) {
        return switch (value) {
            case String text -> change.apply(text);
            case List<?> list ->
                list.stream().map(each -> change.apply((String) each)).toList();
            default -> throw new IllegalStateException("no sensitive attribute holds a " + value.getClass());
        };
    }

    /** What the masks hide; null where they hide nothing. */
    byte @Nullable [] hidden(Profile profile) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> others = new LinkedHashMap<>();
        profile.values().forEach((attribute, value) -> {
            if (identifiers.contains(attribute)) {
                values.put(attribute, value.value());
            }
        });
        for (Conflict conflict : profile.conflicts()) {
            if (identifiers.contains(conflict.attribute())) {
                others.put(
                        conflict.attribute(),
                        conflict.others().stream().map(Value::value).toList());
            }
        }
        if (values.isEmpty() && others.isEmpty()) {
            return null;
        }
        Map<String, Object> hidden = new LinkedHashMap<>();
        hidden.put("values", values);
        hidden.put("others", others);
        return MAPPER.writeValueAsBytes(hidden);
    }

    /**
     * The profile as it was before it was masked.
     *
     * @param open opens the sealed texts in a text
     */
    Profile lifted(Profile masked, byte @Nullable [] hidden, UnaryOperator<String> open) {
        Map<String, Map<String, Object>> clear = hidden == null ? Map.of() : MAPPER.readValue(hidden, HIDDEN);
        Map<String, Object> values = clear.getOrDefault("values", Map.of());
        Map<String, Object> others = clear.getOrDefault("others", Map.of());
        return with(masked, (attribute, value, other) -> {
            if (sensitive.contains(attribute)) {
                return texts(value, open);
            }
            return other < 0
                    ? values.getOrDefault(attribute, value)
                    : others.get(attribute) instanceof List<?> list ? list.get(other) : value;
        });
    }

    /** The values that the masks hide, by attribute. */
    static Map<String, Object> values(byte[] hidden) {
        return MAPPER.readValue(hidden, HIDDEN).getOrDefault("values", Map.of());
    }

    /** Gives the value that stands for one that is sealed; {@code other} numbers those of a conflict, and is -1 for the chosen one. */
    private interface Change {
        Object of(String attribute, Object value, int other);
    }

    private Profile with(Profile profile, Change change) {
        SortedMap<String, Value> values = new TreeMap<>();
        profile.values()
                .forEach((attribute, value) ->
                        values.put(attribute, changed(attribute, value, each -> change.of(attribute, each, -1))));
        List<Conflict> conflicts = new ArrayList<>();
        for (Conflict conflict : profile.conflicts()) {
            String attribute = conflict.attribute();
            List<Value> others = new ArrayList<>();
            for (Value value : conflict.others()) {
                int number = others.size();
                others.add(changed(attribute, value, each -> change.of(attribute, each, number)));
            }
            conflicts.add(new Conflict(
                    attribute, changed(attribute, conflict.chosen(), each -> change.of(attribute, each, -1)), others));
        }
        return new Profile(values, conflicts, profile.feeds());
    }

    private Value changed(String attribute, Value value, Function<Object, Object> change) {
        return identifiers.contains(attribute) || sensitive.contains(attribute)
                ? new Value(change.apply(value.value()), value.source(), value.observedAt(), value.rule())
                : value;
    }

    private static Object mask(String attribute, Object value) {
        return switch (value) {
            case Map<?, ?> place -> openParts(place);
            case List<?> list ->
                list.stream().map(each -> mask(attribute, each)).toList();
            case String text
            when attribute.endsWith("phone") || attribute.endsWith("phones") -> Masking.storedPhone(text);
            case String text when attribute.endsWith("address") -> Masking.stored(text);
            default -> Masking.storedIdNumber(value.toString());
        };
    }

    /** An address taken apart, as far as many live there. */
    private static Map<Object, Object> openParts(Map<?, ?> place) {
        Map<Object, Object> open = new LinkedHashMap<>(place);
        open.keySet().retainAll(OPEN_PARTS);
        return open;
    }
}
