package org.childfile.ingest.format;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.childfile.ingest.connector.Connector.Format;
import org.childfile.ingest.connector.Encodings;
import org.childfile.ingest.connector.PullFailed;
import org.jspecify.annotations.Nullable;

/**
 * One CSV file: its heading line and its rows. Empty lines, lines of empty cells and headings that come again are no rows.
 */
final class CsvTable {

    private final Format.Csv csv;
    private final LogicalLines lines;
    private final RecordIntake intake;
    private final byte[] keyName;

    CsvTable(Format.Csv csv, LogicalLines lines, RecordIntake intake) {
        this.csv = csv;
        this.lines = lines;
        this.intake = intake;
        this.keyName = intake.connector().key().getFirst().getBytes(csv.landedCharset());
    }

    void read() throws IOException {
        byte[] first = lines.next();
        while (first != null && blank(clean(first))) {
            first = lines.next();
        }
        if (first == null) {
            throw new PullFailed(PullFailed.Reason.NOT_THE_FORMAT, "the file is empty; a CSV has at least its header");
        }
        Headings headings = headings(clean(first));
        intake.headings(headings);
        CsvRecord parser = new CsvRecord(csv, headings.columns());
        for (byte[] line = next(parser); line != null; line = next(parser)) {
            if (!blank(line) && !heading(line, headings, parser)) {
                FileSplitter.refuseCut(lines, intake.take("line " + lines.number(), line, parser));
            }
        }
    }

    /** The next line; where a stray quote holds several lines together, the first of them. */
    private byte @Nullable [] next(CsvRecord parser) throws IOException {
        byte[] line = lines.next();
        if (line == null) {
            return null;
        }
        byte[] clean = clean(line);
        return lines.several() && !parser.isOneRecord(clean) ? clean(lines.onlyFirst()) : clean;
    }

    private byte[] clean(byte[] line) {
        return Encodings.withoutMarks(line, csv.charset());
    }

    private boolean blank(byte[] line) {
        for (byte value : line) {
            if (value != csv.delimiter() && value != ' ' && value != '\t' && value != '"' && value != '\r') {
                return false;
            }
        }
        return true;
    }

    private Headings headings(byte[] line) {
        FileSplitter.refuseHtml(line);
        Encodings.refuseWide(line);
        try {
            return Headings.of(new CsvRecord(csv, List.of()).cells(line));
        } catch (RecordParser.Malformed e) {
            throw new PullFailed(
                    PullFailed.Reason.NOT_THE_FORMAT,
                    "the first line is no header in " + csv.charset() + ": "
                            + e.unusable().reason());
        }
    }

    /** Whether a line is the heading line again. A row cannot hold the name of the key's column. */
    private boolean heading(byte[] line, Headings headings, CsvRecord parser) {
        if (!holds(line, keyName)) {
            return false;
        }
        try {
            List<String> cells = parser.cells(line);
            return intake.heading(
                    headings.row(
                            cells, intake.connector().key(), intake.connector().contract()),
                    "line " + lines.number());
        } catch (RecordParser.Malformed e) {
            return false;
        }
    }

    private static boolean holds(byte[] line, byte[] text) {
        for (int at = 0; at <= line.length - text.length; at++) {
            if (line[at] == text[0] && Arrays.equals(line, at, at + text.length, text, 0, text.length)) {
                return true;
            }
        }
        return false;
    }
}
