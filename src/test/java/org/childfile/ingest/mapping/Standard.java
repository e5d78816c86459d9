package org.childfile.ingest.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Connectors;
import org.childfile.ingest.format.RecordParser;
import org.childfile.ingest.landing.PendingRecord;
import org.childfile.settings.Problems;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the program's own mapping files make of a record, told by its fields. */
final class Standard {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static final Problems PROBLEMS = new Problems();
    private static final Connectors CONNECTORS = Connectors.read(Path.of("connectors"), PROBLEMS);
    private static final Mappings MAPPINGS = Mappings.read(Path.of("mappings"), CONNECTORS, PROBLEMS);

    private Standard() {}

    /**
     * Maps one record.
     *
     * @param fields by name: a text, or JSON where it begins with a bracket; required fields that are missing are filled
     */
    static RecordMapper.Mapped map(String feed, Map<String, String> fields) {
        PROBLEMS.raise();
        Connector connector = CONNECTORS.find(feed).orElseThrow();
        Map<String, String> whole = new LinkedHashMap<>();
        connector.contract().required().stream().sorted().forEach(field -> whole.put(field, filling(field)));
        whole.putAll(fields);
        List<String> header = new ArrayList<>(whole.keySet());
        byte[] content = content(connector, whole);
        return new RecordMapper(MAPPINGS.find(feed).orElseThrow(), connector, DAY, new IdNumberFields(Set.of()))
                .map(
                        new PendingRecord(1, 1, "line 2", "key", Instant.EPOCH, false, false, content),
                        RecordParser.of(connector.format(), header));
    }

    /** One attribute of what came out: {@code value | raw | doubt} in JSON, or the reason of the quarantine. */
    static String attribute(String feed, String attribute, Map<String, String> fields) {
        return switch (map(feed, fields)) {
            case RecordMapper.Mapped.Staged staged ->
                (part(staged.attributes(), attribute).equals("-")
                                ? part(staged.identifiers(), attribute)
                                : part(staged.attributes(), attribute))
                        + " | "
                        + part(staged.raw(), attribute)
                        + " | "
                        + part(staged.doubts(), attribute);
            case RecordMapper.Mapped.SetAside aside ->
                aside.quarantined().why().reason() + " "
                        + aside.quarantined().why().field() + " "
                        + aside.quarantined().why().text();
        };
    }

    private static String part(byte @Nullable [] json, String attribute) {
        if (json == null) {
            return "-";
        }
        JsonNode node = JsonMapper.shared().readTree(json).path(attribute);
        return node.isMissingNode() ? "-" : node.isString() ? node.asString() : node.toString();
    }

    private static String filling(String field) {
        return field.equals("kjlx") ? "[\"21\"]" : field.endsWith("On") || field.equals("at") ? "2026-01-02" : "张三";
    }

    private static byte[] content(Connector connector, Map<String, String> fields) {
        return switch (connector.format()) {
            case Connector.Format.Csv csv ->
                fields.values().stream()
                        .map(text -> "\"" + text.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(String.valueOf(csv.delimiter())))
                        .getBytes(Charset.forName(csv.charset()));
            case Connector.Format.Xml xml ->
                fields.entrySet().stream()
                        .map(field -> "<" + field.getKey() + ">" + field.getValue() + "</" + field.getKey() + ">")
                        .collect(Collectors.joining("", "<person op=\"U\">", "</person>"))
                        .getBytes(StandardCharsets.UTF_8);
            case Connector.Format.Json ignored -> json(fields);
            case Connector.Format.Ndjson ignored -> json(fields);
            case Connector.Format.Xlsx ignored -> json(fields);
        };
    }

    private static byte[] json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> JsonMapper.shared().writeValueAsString(field.getKey()) + ":"
                        + (field.getValue().matches("(?s)[\\[{].*|true|false|null")
                                ? field.getValue()
                                : JsonMapper.shared().writeValueAsString(field.getValue())))
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
