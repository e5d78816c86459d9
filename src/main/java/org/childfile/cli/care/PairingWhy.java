package org.childfile.cli.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.childfile.cli.terminal.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why two were paired, in words: the reasons of {@code mart.pairing}. */
final class PairingWhy {

    /** What is told in words of its own; the rest by its name. */
    private static final Set<String> IN_WORDS =
            Set.of("urgency", "terms", "wanted_skills", "age_unknown", "alternatives");

    private static final List<String> TERMS = List.of("distance", "skills", "workload", "continuity");

    private final Messages messages;

    PairingWhy(Messages messages) {
        this.messages = messages;
    }

    List<String> lines(String reasons) {
        JsonNode json = JsonMapper.shared().readTree(reasons);
        List<String> lines = new ArrayList<>();
        if (json.has("terms")) {
            lines.add(messages.text("pairing.why", terms(json.path("terms"))));
        }
        if (json.has("wanted_skills")) {
            lines.add(messages.text("pairing.why.skills", joined(json.path("wanted_skills"))));
        }
        if (json.path("age_unknown").asBoolean(false)) {
            lines.add(messages.text("pairing.why.age-unknown"));
        }
        if (json.has("urgency")) {
            lines.add(messages.text(
                    "pairing.why.urgency",
                    urgency(messages, json.path("urgency").asString())));
        }
        for (JsonNode other : json.path("alternatives")) {
            lines.add(messages.text(
                    "pairing.why.alternative", other.path("volunteer_id").asString(), terms(other.path("terms"))));
        }
        for (Map.Entry<String, JsonNode> each : json.properties()) {
            if (!IN_WORDS.contains(each.getKey())) {
                String key = "pairing.why." + each.getKey();
                String value = each.getValue().asString();
                lines.add(messages.has(key) ? messages.text(key, value) : each.getKey() + ": " + value);
            }
        }
        return lines;
    }

    /** The words of a kind of urgency; its own id where a city made one up. */
    static String urgency(Messages messages, String id) {
        return messages.has("pairing.urgency." + id) ? messages.text("pairing.urgency." + id) : id;
    }

    private String terms(JsonNode terms) {
        List<String> words = new ArrayList<>();
        for (String term : TERMS) {
            if (terms.has(term)) {
                String key = "pairing.term." + term;
                int cost = terms.path(term).asInt();
                words.add(messages.has(key) ? messages.text(key, cost) : messages.text(key + "." + cost));
            }
        }
        return String.join(messages.text("pairing.why.and"), words);
    }

    private static String joined(JsonNode texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(text -> all.add(text.asString()));
        return String.join(", ", all);
    }
}
