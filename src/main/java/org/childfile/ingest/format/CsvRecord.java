package org.childfile.ingest.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.childfile.ingest.connector.Connector;

/**
 * A record that is one line (or, inside quotes, several) of a CSV file. Empty cells too many are nothing; a cell with a
 * text under no heading makes the line unusable, because what stands before it may have moved.
 */
final class CsvRecord implements RecordParser {

    private final CharsetDecoder decoder;
    private final Charset charset;
    private final char delimiter;
    private final CSVFormat format;
    private final Headings headings;
    private final Map<String, Integer> positions;

    CsvRecord(Connector.Format.Csv csv, List<String> header) {
        this.charset = csv.landedCharset();
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.delimiter = csv.delimiter();
        this.format = CSVFormat.RFC4180.builder().setDelimiter(csv.delimiter()).get();
        this.headings = Headings.of(header);
        this.positions = headings.positions();
    }

    /** The cells of a line, without a header. */
    List<String> cells(byte[] line) throws Malformed {
        return List.of(split(decoded(line)));
    }

    @Override
    public Fields parse(byte[] content) throws Malformed {
        String[] cells = split(decoded(content));
        if (cells.length < headings.named()) {
            throw count(cells);
        }
        for (int i = 0; i < cells.length; i++) {
            boolean headed = i < headings.named() && !headings.columns().get(i).isEmpty();
            if (!headed && !cells[i].isBlank()) {
                throw i < headings.columns().size()
                        ? Malformed.of("a text under no heading in " + Headings.place(i))
                        : count(cells);
            }
        }
        return new TableFields(positions, cells);
    }

    private Malformed count(String[] cells) {
        return Malformed.of(cells.length + " cells under " + headings.columns().size() + " columns");
    }

    /** Whether a record of several physical lines is one, and not several lines that a stray quote holds together. */
    boolean isOneRecord(byte[] content) {
        try {
            String[] cells = split(decoded(content));
            if (cells.length < headings.named()) {
                return false;
            }
            for (String cell : cells) {
                if (headings.named() >= 4 && cell.lines().anyMatch(line -> delimiters(line) >= headings.named() - 1)) {
                    return false;
                }
            }
            return true;
        } catch (Malformed e) {
            return false;
        }
    }

    private long delimiters(String line) {
        return line.chars().filter(c -> c == delimiter).count();
    }

    private String decoded(byte[] line) throws Malformed {
        try {
            return decoder.decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(Unusable.Reason.BAD_ENCODING, new String(line, charset));
        }
    }

    private String[] split(String text) throws Malformed {
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

    /**
     * The key of a line that cannot be read:
     *
     * <ol>
     *   <li>As many cells as headings: the cell under the key's heading, if all of it could be read.
     *   <li>Too many: a key in the first column stands before whatever is broken; another may have moved to the right by as
     *       many cells as there are too many. With as many as a second row would have, that row's key may be in it, too.
     *   <li>Too few: what looks like a key in the first column may be half of something else, unless that key is known.
     * </ol>
     */
    @Override
    public LenientKey lenientKey(byte[] content, List<String> key) {
        String text = new String(content, charset).replace("\uFEFF", "");
        boolean quotes = false;
        String[] cells;
        try {
            cells = split(text);
        } catch (Malformed e) {
            quotes = true;
            cells = plain(text.replace("\"", ""));
        }
        String[] found = cells;
        if (TrailingLines.begins(first(found)) && filled(found) < headings.named()) {
            return LenientKey.NONE;
        }
        int named = headings.named();
        int tooMany = found.length - named;
        if (!positions.keySet().containsAll(key)) {
            return LenientKey.ANY;
        }
        if (tooMany >= 0 && filled(found) <= named && !quotes) {
            LenientKey exact = at(found, key, 0);
            return exact.possible() instanceof PossibleKeys.OneOf(List<String> keys)
                    ? LenientKey.certain(keys.getFirst())
                    : exact;
        }
        boolean first = key.size() == 1 && positions.getOrDefault(key.getFirst(), -1) == 0;
        if (tooMany < 0) {
            return first ? at(found, key, 0) : LenientKey.ANY;
        }
        if (named > 1 && filled(found) - named >= named - 1) {
            return LenientKey.ANY;
        }
        return first && !quotes && LenientKey.whole(found[0])
                ? LenientKey.certain(found[0].strip())
                : at(found, key, first ? 0 : Math.max(0, filled(found) - named));
    }

    /** The key whose cells stand under their headings, or up to so many cells to the right of them. */
    private LenientKey at(String[] cells, List<String> key, int moved) {
        return LenientKey.ofCandidates(key.size(), field -> {
            int from = positions.getOrDefault(key.get(field), 0);
            return from >= cells.length
                    ? List.of()
                    : List.of(cells).subList(from, Math.min(cells.length, from + moved + 1));
        });
    }

    private static String first(String[] cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return cell;
            }
        }
        return "";
    }

    /** How many cells there are up to the last one with a text. */
    private static int filled(String[] cells) {
        int filled = cells.length;
        while (filled > 0 && cells[filled - 1].isBlank()) {
            filled--;
        }
        return filled;
    }
}
