package org.childfile.ingest.mapping;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The attributes of a standard record as the JSON object that the warehouse holds, in UTF-8. */
final class AttributeJson {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private AttributeJson() {}

    /** The values by attribute: String, Boolean, Integer, list or object of strings. */
    static byte[] of(Map<String, Object> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            values.forEach((name, value) -> {
                json.writeName(name);
                write(json, value);
            });
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** The same; null for none. */
    static byte @Nullable [] orNull(Map<String, Object> values) {
        return values.isEmpty() ? null : of(values);
    }

    private static void write(JsonGenerator json, Object value) {
        switch (value) {
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(each -> json.writeString((String) each));
                json.writeEndArray();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((name, part) -> {
                    json.writeName((String) name);
                    json.writeString((String) part);
                });
                json.writeEndObject();
            }
            default -> throw new IllegalStateException("no attribute holds a " + value.getClass());
        }
    }
}
