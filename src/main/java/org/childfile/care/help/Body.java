package org.childfile.care.help;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of what is sent, by name, each a text with {@code {placeholders}}: attributes of the event list, or {@link
 * #FACTS facts} of the call. A field that is one placeholder takes the value as it is (a text, a flag, a list), and is left
 * out where there is none.
 */
public record Body(Map<String, String> fields) {

    /** What of the call itself may stand in a field. */
    static final Set<String> FACTS = new TreeSet<>(
            List.of("application", "wakeup", "child", "pairing", "kind", "called_at", "deadline", "words", "photo"));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    public Body {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The placeholders of a field's text. */
    public static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** What is sent, in the order of the fields. */
    public Map<String, Object> filled(Map<String, Object> values) {
        Map<String, Object> filled = new LinkedHashMap<>();
        fields.forEach((field, text) -> {
            Matcher alone = PLACEHOLDER.matcher(text);
            if (!alone.matches()) {
                filled.put(
                        field,
                        PLACEHOLDER
                                .matcher(text)
                                .replaceAll(found -> Matcher.quoteReplacement(
                                        String.valueOf(values.getOrDefault(found.group(1), "")))));
            } else if (!"".equals(values.getOrDefault(alone.group(1), ""))) {
                filled.put(field, values.get(alone.group(1)));
            }
        });
        return filled;
    }

    /** The fields that are needed and lack their value. */
    public List<String> missing(List<String> required, Map<String, Object> filled) {
        List<String> missing = new ArrayList<>(required);
        missing.removeAll(filled.keySet());
        return missing;
    }

    public static byte[] json(Map<String, Object> filled) {
        return JSON.writeValueAsBytes(filled);
    }
}
