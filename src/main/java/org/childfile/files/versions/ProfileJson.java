package org.childfile.files.versions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.childfile.files.merge.Profile;
import org.childfile.files.merge.Profile.Conflict;
import org.childfile.files.merge.Profile.Value;
import org.childfile.kernel.SourceKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A profile as the JSON documents that are kept beside its columns. */
final class ProfileJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private ProfileJson() {}

    /** {@code {"sources": [[feed, key, stamp], …], "values": {attribute: [value, number of its source, rule], …}}}. */
    static byte[] provenance(Profile profile) {
        Map<SourceKey, Integer> numbers = new HashMap<>();
        List<Object> sources = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        profile.values().forEach((attribute, value) -> {
            int number = numbers.computeIfAbsent(value.source(), source -> {
                sources.add(
                        List.of(source.feed(), source.key(), value.observedAt().toString()));
                return sources.size() - 1;
            });
            values.put(attribute, List.of(value.value(), number, value.rule()));
        });
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sources", sources);
        document.put("values", values);
        return MAPPER.writeValueAsBytes(document);
    }

    /** For each attribute in conflict what was chosen, and the others. */
    static byte[] conflicts(Profile profile) {
        List<Object> all = new ArrayList<>();
        for (Conflict conflict : profile.conflicts()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("attribute", conflict.attribute());
            one.put("chosen", conflict.chosen().value());
            one.put("feed", conflict.chosen().source().feed());
            one.put("others", conflict.others().stream().map(ProfileJson::value).toList());
            all.add(one);
        }
        return MAPPER.writeValueAsBytes(all);
    }

    /** What a version says: its values and the feeds that speak, not where each value comes from. */
    static byte[] content(Profile profile) {
        Map<String, Object> content = new LinkedHashMap<>();
        profile.values().forEach((attribute, value) -> content.put(attribute, value.value()));
        content.put("feeds", profile.feeds());
        return MAPPER.writeValueAsBytes(content);
    }

    /** The profile that was written as these documents. */
    static Profile read(String provenance, String conflicts, List<String> feeds) {
        JsonNode document = MAPPER.readTree(provenance);
        SortedMap<String, Value> values = new TreeMap<>();
        document.path("values").properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            JsonNode source = document.path("sources").path(value.path(1).intValue());
            values.put(
                    entry.getKey(),
                    new Value(
                            MAPPER.treeToValue(value.path(0), Object.class),
                            new SourceKey(
                                    source.path(0).stringValue(), source.path(1).stringValue()),
                            Instant.parse(source.path(2).stringValue()),
                            value.path(2).stringValue()));
        });
        List<Conflict> all = new ArrayList<>();
        for (JsonNode conflict : MAPPER.readTree(conflicts)) {
            String attribute = conflict.path("attribute").stringValue();
            List<Value> others = new ArrayList<>();
            conflict.path("others").forEach(other -> others.add(other(other)));
            all.add(new Conflict(attribute, Objects.requireNonNull(values.get(attribute)), others));
        }
        return new Profile(values, all, feeds);
    }

    private static Value other(JsonNode other) {
        return new Value(
                MAPPER.treeToValue(other.path("value"), Object.class),
                new SourceKey(
                        other.path("feed").stringValue(),
                        other.path("source_key").stringValue()),
                Instant.parse(other.path("observed_at").stringValue()),
                other.path("rule").stringValue(""));
    }

    private static Map<String, Object> value(Value value) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("value", value.value());
        one.put("feed", value.source().feed());
        one.put("source_key", value.source().key());
        one.put("observed_at", value.observedAt().toString());
        if (!value.rule().isEmpty()) {
            one.put("rule", value.rule());
        }
        return one;
    }
}
