package org.childfile.ingest.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Connector.Format;
import org.childfile.ingest.connector.Encodings;
import org.childfile.ingest.connector.PullFailed;

/** Takes a whole file apart: CSV and NDJSON line by line, a workbook row by row. */
public final class FileSplitter {

    private static final int GZIP_BUFFER = 1 << 16;

    private FileSplitter() {}

    public static void split(InputStream body, RecordIntake intake) {
        Connector connector = intake.connector();
        try {
            switch (connector.format()) {
                case Format.Csv csv -> csv(unpacked(body, csv.gzip(), connector), csv, intake);
                case Format.Ndjson ndjson -> ndjson(unpacked(body, ndjson.gzip(), connector), intake);
                case Format.Xlsx xlsx -> WorkbookSplitter.split(body, xlsx, intake);
                case Format.Json ignored -> throw pageFormat(connector);
                case Format.Xml ignored -> throw pageFormat(connector);
            }
        } catch (EOFException e) {
            throw new PullFailed(PullFailed.Reason.CUT_SHORT, "the file ends too early", -1, e);
        } catch (ZipException e) {
            throw new PullFailed(
                    PullFailed.Reason.NOT_THE_FORMAT, "the file cannot be unpacked: " + e.getMessage(), -1, e);
        } catch (IOException e) {
            throw new PullFailed(PullFailed.Reason.CUT_SHORT, "the file cannot be read to its end", -1, e);
        }
    }

    private static InputStream unpacked(InputStream body, boolean gzip, Connector connector) throws IOException {
        return new BufferedInputStream(
                new LimitedInputStream(
                        gzip ? new GZIPInputStream(body, GZIP_BUFFER) : body,
                        "max-unpacked",
                        connector.limits().maxUnpackedBytes()),
                GZIP_BUFFER);
    }

    private static void csv(InputStream in, Format.Csv csv, RecordIntake intake) throws IOException {
        LogicalLines lines = new LogicalLines(
                Encodings.landed(in, csv.charset()),
                true,
                intake.connector().limits().maxRecordBytes());
        new CsvTable(csv, lines, intake).read();
    }

    private static void ndjson(InputStream in, RecordIntake intake) throws IOException {
        LogicalLines lines = new LogicalLines(
                Encodings.landed(in, "UTF-8"),
                false,
                intake.connector().limits().maxRecordBytes());
        RecordParser parser = RecordParser.of(intake.connector().format(), java.util.List.of());
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            byte[] clean = Encodings.withoutMarks(line, "UTF-8");
            if (intake.records() == 0) {
                refuseHtml(clean);
            }
            if (clean.length > 0) {
                RecordIntake.Taken taken = intake.take("line " + lines.number(), clean, parser);
                refuseCut(lines, taken);
            }
        }
    }

    /** A last line that is broken and that nothing ends is half of one: the file was cut, or is being written still. */
    static void refuseCut(LogicalLines lines, RecordIntake.Taken taken) {
        if (lines.unterminated() && taken == RecordIntake.Taken.BROKEN) {
            throw new PullFailed(
                    PullFailed.Reason.CUT_SHORT,
                    "the last line, " + lines.number() + ", is broken and has no line ending: the file was cut short");
        }
    }

    /** A page for people where data were expected: a login form, a proxy's error. */
    public static void refuseHtml(byte[] start) {
        int at = 0;
        ByteArrayInputStream in = new ByteArrayInputStream(start);
        int value = in.read();
        while (value == ' ' || value == '\t' || value == '\r' || value == '\n') {
            value = in.read();
            at++;
        }
        if (value == '<' && at < start.length) {
            throw new PullFailed(
                    PullFailed.Reason.NOT_THE_FORMAT,
                    "the department answered with a web page where data were expected");
        }
    }

    private static PullFailed pageFormat(Connector connector) {
        return new PullFailed(
                PullFailed.Reason.NOT_CONFIGURED,
                connector.file() + ": the formats json and xml come in pages; set fetch.style to pages or cursor");
    }
}
