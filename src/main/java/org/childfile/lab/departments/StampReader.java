package org.childfile.lab.departments;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Finds the stamp of a line, as it stands there; empty where there is none. */
@FunctionalInterface
interface StampReader {

    /** For feeds that are only sent as a whole. */
    StampReader NONE = line -> "";

    String read(byte[] line);

    /** Of a field of the record itself, not of an object inside it. */
    static StampReader jsonField(String field) {
        return line -> {
            try (JsonParser parser = JsonMapper.shared().createParser(line)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    boolean found = parser.currentName().equals(field);
                    parser.nextToken();
                    if (found) {
                        return parser.getString();
                    }
                    parser.skipChildren();
                }
                return "";
            } catch (JacksonException e) {
                return "";
            }
        };
    }

    static StampReader xmlElement(String element) {
        return line -> {
            String text = new String(line, StandardCharsets.UTF_8);
            int start = text.indexOf("<" + element + ">");
            int end = text.indexOf("</" + element + ">");
            return start < 0 || end < start
                    ? ""
                    : text.substring(start + element.length() + 2, end).strip();
        };
    }
}
