package org.childfile.api;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API as {@code /api/v1/openapi.json} describes it. */
final class Description {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private final JsonNode document;

    private Description(JsonNode document) {
        this.document = document;
    }

    /** One method of one address. */
    record Operation(String method, String path, JsonNode described) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Description served() {
        return new Description(Asked.get("", "/openapi.json").json());
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return operations;
    }

    /** The parameters of an operation that stand in its path, its address or its headers, references followed. */
    Stream<JsonNode> parameters(Operation operation, String in) {
        return operation
                .described()
                .path("parameters")
                .valueStream()
                .map(this::followed)
                .filter(parameter -> parameter.get("in").stringValue().equals(in));
    }

    /** What is wrong with an answer; nothing where it is as described. */
    List<String> faults(Operation operation, Asked asked) {
        JsonNode response = operation.described().path("responses").get(Integer.toString(asked.status()));
        if (response == null) {
            return List.of(operation + " is not described to answer " + asked.status() + ": "
                    + asked.response().body());
        }
        JsonNode content = followed(response).get("content");
        if (content == null) {
            return asked.response().body().isEmpty() ? List.of() : List.of(operation + " answers a body");
        }
        String type = asked.header("Content-Type");
        if (!content.has(type)) {
            return List.of(operation + " answers " + type);
        }
        return schema(content.get(type).get("schema")).validate(asked.json()).stream()
                .map(Error::toString)
                .map(fault -> operation + ": " + fault)
                .toList();
    }

    private JsonNode followed(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : document.at(reference.stringValue().substring(1));
    }

    private Schema schema(JsonNode schema) {
        return SCHEMAS.computeIfAbsent(schema.toString(), text -> {
            ObjectNode whole = (ObjectNode) JSON.readTree(text);
            whole.set("components", document.get("components"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(whole);
        });
    }
}
