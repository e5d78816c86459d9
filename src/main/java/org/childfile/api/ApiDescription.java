package org.childfile.api;

import java.util.Locale;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.AttributeCatalogue.Attribute;
import org.childfile.ingest.mapping.AttributeType;
import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.Resources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document that describes the API, OpenAPI 3.1. Where {@code openapi.json} says {@code x-attributes} of a schema, the attributes
 * of that population that have a column are its properties besides those that it names.
 */
final class ApiDescription {

    private static final String ATTRIBUTES = "x-attributes";

    private ApiDescription() {}

    /** The document in UTF-8. */
    static byte[] document() {
        JsonMapper json = JsonMapper.shared();
        ObjectNode document = (ObjectNode) json.readTree(Resources.text(ApiDescription.class, "openapi.json"));
        for (JsonNode schema : document.at("/components/schemas")) {
            JsonNode population = schema.get(ATTRIBUTES);
            if (population != null) {
                complete(
                        (ObjectNode) schema,
                        AttributeCatalogue.of(
                                Population.valueOf(population.asString().toUpperCase(Locale.ROOT))));
            }
        }
        return json.writeValueAsBytes(document);
    }

    private static void complete(ObjectNode schema, AttributeCatalogue catalogue) {
        schema.remove(ATTRIBUTES);
        ObjectNode properties = (ObjectNode) schema.get("properties");
        ArrayNode required = (ArrayNode) schema.get("required");
        for (Attribute attribute : catalogue.columns()) {
            if (!properties.has(attribute.name())) {
                properties.set(attribute.name(), property(attribute));
            }
            required.add(attribute.name());
        }
    }

    /** Every attribute is null where it is not known or not shown. */
    private static ObjectNode property(Attribute attribute) {
        ObjectNode property = JsonMapper.shared().createObjectNode();
        property.putArray("type").add(type(attribute.type())).add("null");
        if (attribute.type() == AttributeType.TEXTS) {
            property.putObject("items").put("type", "string");
        }
        if (attribute.type() == AttributeType.DATE && !attribute.sealed()) {
            property.put("format", "date");
        }
        String codes = attribute.codes().equals("division") ? " (GB/T 2260)" : "";
        return property.put("description", attribute.zh() + " / " + attribute.en() + codes);
    }

    private static String type(AttributeType type) {
        return switch (type) {
            case TEXT, DATE -> "string";
            case FLAG -> "boolean";
            case INTEGER -> "integer";
            case TEXTS -> "array";
            case OBJECT -> "object";
        };
    }
}
