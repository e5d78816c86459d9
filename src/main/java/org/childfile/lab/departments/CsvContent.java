package org.childfile.lab.departments;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header; a byte order mark stays where there is one, and so does a semicolon between columns. */
record CsvContent(Charset charset) implements ContentFormat {

    private static final String MARK = "\uFEFF";

    @Override
    public Content read(byte[] body) throws IOException {
        String text = new String(body, charset);
        List<CSVRecord> rows;
        try (var parser = format(text).parse(new StringReader(text.startsWith(MARK) ? text.substring(1) : text))) {
            rows = parser.getRecords();
        }
        Content content = Content.ofTable(rows.getFirst().toList());
        for (CSVRecord row : rows.subList(1, rows.size())) {
            Map<String, Object> record = content.add();
            for (int column = 0; column < content.columns().size(); column++) {
                record.put(content.columns().get(column), row.get(column));
            }
        }
        return content;
    }

    @Override
    public byte[] write(Content content, byte[] honest, ContentEdit edit) throws IOException {
        String text = new String(honest, charset);
        StringBuilder out = new StringBuilder(text.startsWith(MARK) ? MARK : "");
        try (CSVPrinter printer = new CSVPrinter(out, format(text))) {
            printer.printRecord(content.columns());
            for (Map<String, Object> record : content.records()) {
                printer.printRecord(content.columns().stream()
                        .map(column -> record.getOrDefault(column, ""))
                        .toList());
            }
        }
        return edit.bytes().apply(out.toString().getBytes(charset));
    }

    private static CSVFormat format(String text) {
        String header = text.lines().findFirst().orElse("");
        char delimiter = header.contains(";") ? ';' : ',';
        return CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    }
}
