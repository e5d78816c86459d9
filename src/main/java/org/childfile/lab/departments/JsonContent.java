package org.childfile.lab.departments;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON page.
 *
 * @param place of the object that holds records and total
 * @param list the records' field in it
 */
record JsonContent(String place, String list) implements ContentFormat {

    @Override
    public Content read(byte[] body) {
        Content content = Content.ofTable(java.util.List.of());
        JsonMapper.shared().readTree(body).at(place).path(list).forEach(record -> fields(record, content.add()));
        return content;
    }

    @Override
    public byte[] write(Content content, byte[] honest, ContentEdit edit) {
        JsonNode page = JsonMapper.shared().readTree(honest);
        ObjectNode holder = (ObjectNode) page.at(place);
        ArrayNode records = holder.putArray(list);
        content.records().forEach(record -> records.add(object(record)));
        if (holder.has("total")) {
            holder.put("total", edit.total().applyAsInt(holder.path("total").asInt()));
        }
        return edit.bytes().apply(JsonMapper.shared().writeValueAsBytes(page));
    }

    static void fields(JsonNode record, Map<String, Object> into) {
        record.properties().forEach(field -> into.put(field.getKey(), field.getValue()));
    }

    static ObjectNode object(Map<String, Object> record) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        record.forEach((name, value) -> {
            if (value instanceof JsonNode node) {
                object.set(name, node);
            } else {
                object.put(name, value.toString());
            }
        });
        return object;
    }
}
