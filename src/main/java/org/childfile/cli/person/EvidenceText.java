package org.childfile.cli.person;

import java.util.ArrayList;
import java.util.List;
import org.childfile.cli.terminal.Messages;
import org.childfile.cli.terminal.Shown;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.ValueWords;
import org.childfile.kernel.SourceKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The evidence of a rule in words of the user's language. */
record EvidenceText(Messages messages) {

    private static final String WITHDRAWN = "withdrawn.";
    private static final int KEY = 8;

    /** In one line: the values that there are, without the sources. */
    String line(String evidence, Shown shown) {
        List<String> parts = new ArrayList<>();
        for (JsonNode each : JsonMapper.shared().readTree(evidence)) {
            String attribute = each.path("attribute").stringValue("");
            if (!each.path("value").isNull() && !attribute.equals("birth_date")) {
                parts.add(label(attribute) + " " + value(attribute, each, shown));
            }
        }
        return String.join("; ", parts);
    }

    /** A row a value: what it is, the value, the record that gives it, and of when. */
    List<List<String>> rows(String evidence, Shown shown) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode each : JsonMapper.shared().readTree(evidence)) {
            String attribute = each.path("attribute").stringValue("");
            String feed = each.path("feed").stringValue("");
            String key = each.path("source_key").stringValue("");
            String observed = each.path("observed_at").stringValue("");
            rows.add(List.of(
                    label(attribute),
                    each.path("value").isNull() ? messages.text("hidden.nothing") : value(attribute, each, shown),
                    key.isEmpty() ? feed : record(new SourceKey(feed, key), shown),
                    observed.length() > 10 ? observed.substring(0, 10) : observed));
        }
        return rows;
    }

    /** A record; of a key that is a token the beginning. */
    private static String record(SourceKey key, Shown shown) {
        String whole = shown.key(key);
        int most = key.feed().length() + 1 + KEY;
        return key.key().startsWith("~") && whole.length() > most ? whole.substring(0, most) + "…" : whole;
    }

    /** In words, masked where it names somebody. */
    private String value(String attribute, JsonNode each, Shown shown) {
        JsonNode value = each.path("value");
        String plain = attribute.startsWith(WITHDRAWN) ? attribute.substring(WITHDRAWN.length()) : attribute;
        String text = shown.value(plain, value.isContainer() ? value.toString() : value.asString());
        return AttributeCatalogue.of(Population.CHILD)
                .find(plain)
                .map(known -> ValueWords.plain(messages.bundle().getLocale()).of(known, text))
                .orElse(text);
    }

    private String label(String attribute) {
        if (attribute.startsWith(WITHDRAWN)) {
            return messages.text("hidden.withdrawn", label(attribute.substring(WITHDRAWN.length())));
        }
        return AttributeCatalogue.of(Population.CHILD)
                .find(attribute)
                .map(known -> known.label(messages.bundle().getLocale()))
                .orElseGet(() -> messages.bundle().containsKey("fact." + attribute)
                        ? messages.text("fact." + attribute)
                        : attribute);
    }
}
