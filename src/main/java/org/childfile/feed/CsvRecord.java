package org.childfile.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A record that is one line (or, inside quotes, several) of a CSV file. */
final class CsvRecord implements RecordParser {

    private final CharsetDecoder decoder;
    private final Charset charset;
    private final char delimiter;
    private final CSVFormat format;
    private final Map<String, Integer> columns;

    CsvRecord(Connector.Format.Csv csv, List<String> header) {
        this.charset = Charset.forName(csv.charset());
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.delimiter = csv.delimiter();
        this.format = CSVFormat.RFC4180.builder().setDelimiter(csv.delimiter()).get();
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            byName.putIfAbsent(header.get(i), i);
        }
        this.columns = Map.copyOf(byName);
    }

    /** The cells of a line, without a header. */
    List<String> cells(byte[] line) throws Malformed {
        return List.of(split(line));
    }

    @Override
    public Fields parse(byte[] content) throws Malformed {
        String[] cells = split(content);
        if (cells.length != columns.size()) {
            throw new Malformed(
                    Unusable.Reason.MALFORMED, cells.length + " cells under " + columns.size() + " columns");
        }
        return new TableFields(columns, cells);
    }

    private String[] split(byte[] line) throws Malformed {
        String text;
        try {
            text = decoder.decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(Unusable.Reason.BAD_ENCODING, new String(line, charset));
        }
        if (text.indexOf('"') < 0 && !text.isEmpty()) {
            return plain(text);
        }
        try (CSVParser parser = CSVParser.parse(text, format)) {
            var records = parser.iterator();
            if (records.hasNext()) {
                CSVRecord record = records.next();
                if (!records.hasNext()) {
                    return record.values();
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // Told below, as is a text of no or several records.
        }
        throw new Malformed(Unusable.Reason.MALFORMED, text);
    }

    /** A line without quotes is its cells with delimiters between: a parser for each line would cost ten times as much. */
    private String[] plain(String text) {
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == delimiter ? 1 : 0;
        }
        String[] cells = new String[count];
        int from = 0;
        for (int i = 0; i < count - 1; i++) {
            int to = text.indexOf(delimiter, from);
            cells[i] = text.substring(from, to);
            from = to + 1;
        }
        cells[count - 1] = text.substring(from);
        return cells;
    }
}
