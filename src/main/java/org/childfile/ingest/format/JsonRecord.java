package org.childfile.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A record that is one JSON object. */
final class JsonRecord implements RecordParser {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    @Override
    public Fields parse(byte[] content) throws Malformed {
        try {
            JsonNode node = MAPPER.readTree(content);
            if (node != null && node.isObject()) {
                return new TreeFields(node);
            }
        } catch (JacksonException e) {
            // Told below, as is JSON that is no object.
        }
        throw new Malformed(
                PageText.isUtf8(content) ? Unusable.Reason.MALFORMED : Unusable.Reason.BAD_ENCODING,
                new String(content, StandardCharsets.UTF_8));
    }

    /**
     * The values of the key's fields wherever they stand in the text. Certain only where the text can be read up to behind
     * the key and no other record's key is in it.
     */
    @Override
    public LenientKey lenientKey(byte[] content, List<String> key) {
        String text = new String(content, StandardCharsets.UTF_8);
        LenientKey found = LenientKey.ofCandidates(key.size(), field -> values(text, key.get(field)));
        return found.possible() instanceof PossibleKeys.OneOf(List<String> keys)
                        && keys.size() == 1
                        && begins(text, key)
                ? LenientKey.certain(keys.getFirst())
                : found;
    }

    private static List<String> values(String text, String field) {
        String name = Pattern.quote(field.substring(field.lastIndexOf('.') + 1));
        return Pattern.compile("\"" + name + "\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(-?[0-9]+)(?=\\s*[,}]))")
                .matcher(text)
                .results()
                .map(match -> match.group(2) != null ? match.group(2) : unescaped(match.group(1)))
                .distinct()
                .toList();
    }

    private static String unescaped(String inner) {
        try {
            return inner.indexOf('\\') < 0
                    ? inner
                    : MAPPER.readTree('"' + inner + '"').asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    /** Whether all fields of the key are read, one level deep, before anything is broken. */
    private static boolean begins(String text, List<String> key) {
        Set<String> found = new HashSet<>();
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                parser.skipChildren();
                found.add(name);
            }
        } catch (JacksonException e) {
            // Told by what was found before.
        }
        return found.containsAll(key);
    }
}
