package org.childfile.feed;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
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
        throw new Malformed(Unusable.Reason.MALFORMED, new String(content, StandardCharsets.UTF_8));
    }
}
