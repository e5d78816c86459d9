package org.childfile.lab.registers;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVFormat;
import org.childfile.lab.world.WorldPlan;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A world on disk, read back as its readers would: each record as its fields by name. */
record MadeWorld(WorldPlan plan, Path dir) {

    static final List<String> CHILD_FEEDS =
            List.of("civil-affairs", "education", "public-security", "health", "political-legal", "medical-insurance");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static MadeWorld write(WorldPlan plan, Path dir) throws IOException {
        WorldWriter.write(plan, dir, line -> {});
        return new MadeWorld(plan, dir);
    }

    List<Fields> records(String feed, int night) throws IOException {
        Path file = dir.resolve("night-" + night);
        return switch (feed) {
            case "education" -> {
                String date = night == 1 ? "20261121" : "20261122";
                Path roll = file.resolve("education/xueji_" + date + ".csv.gz");
                yield csv(new InputStreamReader(unpacked(roll), Charset.forName("GB18030")));
            }
            case "public-security" ->
                Files.readAllLines(file.resolve("public-security.xml")).stream()
                        .map(MadeWorld::element)
                        .toList();
            case "political-legal" -> sheet(file.resolve("political-legal.xlsx"));
            case "medical-insurance" -> json(unpacked(file.resolve("medical-insurance.ndjson.gz")));
            case "volunteers" -> {
                String text = Files.readString(file.resolve("volunteers.csv"));
                yield csv(new StringReader(text.substring(1)));
            }
            default -> json(Files.newInputStream(file.resolve(feed + ".ndjson")));
        };
    }

    /** The key of a record as the feed's contract says. */
    static String key(String feed, Fields record) {
        return switch (feed) {
            case "civil-affairs" -> record.get("rosterNo");
            case "education" -> record.get("学籍号");
            case "public-security" -> record.get("GMSFHM");
            case "health" -> record.get("recordId");
            case "political-legal" -> record.get("登记单位") + "|" + record.get("序号");
            case "medical-insurance" -> record.get("insuredNo");
            case "volunteers" -> record.get("编号");
            default -> throw new IllegalArgumentException(feed);
        };
    }

    /** One of {@code truth.csv} and {@code people.csv}. */
    List<Fields> table(String name) throws IOException {
        return csv(Files.newBufferedReader(dir.resolve(name)));
    }

    JsonNode summary() throws IOException {
        return JSON.readTree(Files.readString(dir.resolve("world.json")));
    }

    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file));
    }

    private static List<Fields> csv(java.io.Reader reader) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(reader)) {
            return parser.stream().map(record -> new Fields(record.toMap())).toList();
        }
    }

    private static List<Fields> json(InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JSON::readTree)
                    .map(node -> {
                        Map<String, String> fields = new LinkedHashMap<>();
                        node.properties()
                                .forEach(field -> fields.put(
                                        field.getKey(),
                                        field.getValue().isString()
                                                ? field.getValue().asString()
                                                : field.getValue().toString()));
                        return new Fields(fields);
                    })
                    .toList();
        }
    }

    private static Fields element(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(line));
            xml.nextTag();
            fields.put("op", xml.getAttributeValue(null, "op"));
            while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                fields.put(xml.getLocalName(), xml.getElementText());
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException(line, e);
        }
        return new Fields(fields);
    }

    private static List<Fields> sheet(Path file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(Files.newInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            Row header = rows.get(2);
            List<Fields> records = new ArrayList<>();
            for (Row row : rows.subList(3, rows.size())) {
                Map<String, String> fields = new LinkedHashMap<>();
                for (int column = 0; column < header.getCellCount(); column++) {
                    String text = row.getOptionalCell(column)
                            .map(cell -> cell.getText())
                            .orElse("");
                    fields.put(header.getCellText(column), text);
                }
                records.add(new Fields(fields));
            }
            return records;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
