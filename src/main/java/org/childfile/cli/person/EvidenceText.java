package org.childfile.cli.person;

import java.util.ArrayList;
import java.util.List;
import org.childfile.cli.terminal.Messages;
import org.childfile.cli.terminal.Shown;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.Population;
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
                parts.add(label(attribute) + " " + shown.value(attribute, value(each)));
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
                    each.path("value").isNull() ? messages.text("hidden.nothing") : shown.value(attribute, value(each)),
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

    private static String value(JsonNode each) {
        return each.path("value").asString();
    }

    private String label(String attribute) {
        if (attribute.startsWith(WITHDRAWN)) {
            return messages.text("hidden.withdrawn", label(attribute.substring(WITHDRAWN.length())));
        }
        boolean english = messages.bundle().getLocale().getLanguage().equals("en");
        return AttributeCatalogue.of(Population.CHILD)
                .find(attribute)
                .map(known -> english ? known.en() : known.zh())
                .orElseGet(() -> messages.bundle().containsKey("fact." + attribute)
                        ? messages.text("fact." + attribute)
                        : attribute);
    }
}
