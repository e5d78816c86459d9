package org.childfile.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.childfile.ingest.connector.Connector.Format;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.format.SheetRows.Cell;
import org.childfile.ingest.format.SheetRows.Row;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a workbook apart: the header row, and each row below it as a JSON object of column and text. A cell with a date
 * format becomes {@code yyyy-MM-dd}; another number keeps the digits that a spreadsheet keeps. A row with a cell that failed
 * is refused with that cell's address. The workbook itself is handed on whole, byte for byte.
 */
final class WorkbookSplitter {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final Format.Xlsx xlsx;
    private final RecordIntake intake;
    private final WorkbookParts parts;
    private final List<CellArea> areas;
    private final Map<CellArea, Cell> begun = new HashMap<>();
    private final RecordParser parser = new JsonRecord();
    private @Nullable Headings headings;

    private WorkbookSplitter(Format.Xlsx xlsx, RecordIntake intake, WorkbookParts parts, List<CellArea> areas) {
        this.xlsx = xlsx;
        this.intake = intake;
        this.parts = parts;
        this.areas = areas;
    }

    static void split(InputStream body, Format.Xlsx xlsx, RecordIntake intake) throws IOException {
        byte[] file = body.readAllBytes();
        refuseBomb(file, intake.connector().limits().maxUnpackedBytes());
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            WorkbookParts parts = WorkbookParts.read(zip);
            if (xlsx.sheet() > parts.visible().size()) {
                throw new PullFailed(PullFailed.Reason.NOT_THE_FORMAT, "the workbook has no sheet " + xlsx.sheet());
            }
            noteWhatIsNotRead(parts, intake);
            String sheet = parts.visible().get(xlsx.sheet() - 1).part();
            ZipArchiveEntry entry = zip.getEntry(sheet);
            if (entry == null) {
                throw new PullFailed(PullFailed.Reason.NOT_THE_FORMAT, "the workbook lacks the part of its sheet");
            }
            List<CellArea> areas = xlsx.fillMerged() ? CellArea.merged(zip, sheet) : List.of();
            try (InputStream in = zip.getInputStream(entry)) {
                new WorkbookSplitter(xlsx, intake, parts, areas).rows(new SheetRows(in, parts));
            }
        } catch (PullFailed e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            // Bytes that no spreadsheet wrote fail in many ways; they all mean the same.
            throw new PullFailed(
                    PullFailed.Reason.NOT_THE_FORMAT,
                    "the workbook cannot be read to its end: " + e.getClass().getSimpleName(),
                    -1,
                    e);
        }
        intake.document(file);
    }

    private static void noteWhatIsNotRead(WorkbookParts parts, RecordIntake intake) {
        int hidden = parts.sheets().size() - parts.visible().size();
        if (hidden > 0) {
            intake.note("hidden sheets, which are not read: " + hidden);
        }
        if (parts.visible().size() > 1) {
            intake.note("visible sheets beside the one that is read: "
                    + (parts.visible().size() - 1));
        }
        if (parts.date1904()) {
            intake.note("the workbook counts days from 1904");
        }
    }

    private void rows(SheetRows rows) throws XMLStreamException {
        for (Row row = rows.next(); row != null; row = rows.next()) {
            boolean empty =
                    row.cells().values().stream().allMatch(cell -> cell.text().isBlank());
            fill(row);
            if (row.number() < xlsx.headerRow() || empty && headings != null) {
                continue;
            }
            List<String> texts = texts(row);
            if (headings == null) {
                headings = Headings.of(texts);
                intake.headings(headings);
            } else if (!intake.heading(
                    headings.row(
                            texts, intake.connector().key(), intake.connector().contract()),
                    "row " + row.number())) {
                intake.take("row " + row.number(), content(row, headings), parser, flaw(row, headings));
            }
        }
        if (headings == null) {
            throw new PullFailed(
                    PullFailed.Reason.NOT_THE_FORMAT, "the sheet has no header in row " + xlsx.headerRow());
        }
    }

    /** Gives a row the texts of the merged cells that reach down into it. */
    private void fill(Row row) {
        for (CellArea area : areas) {
            Cell own = row.cells().get(area.firstColumn());
            if (area.firstRow() == row.number() && own != null) {
                begun.put(area, own);
            }
            Cell text = begun.get(area);
            boolean inTitle = area.firstRow() < xlsx.headerRow() && row.number() > xlsx.headerRow();
            if (area.below(row.number())
                    && text != null
                    && !inTitle
                    && (own == null || own.text().isBlank())) {
                row.cells().put(area.firstColumn(), text);
            }
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        row.cells().forEach((column, cell) -> {
            while (texts.size() < column) {
                texts.add("");
            }
            texts.add(cell.text());
        });
        return texts;
    }

    private byte[] content(Row row, Headings headings) {
        ObjectNode object = MAPPER.createObjectNode();
        headings.positions().forEach((name, column) -> {
            Cell cell = row.cells().get(column);
            if (cell != null && !cell.failed()) {
                object.put(name, cell.text());
            }
        });
        if (parts.date1904()) {
            object.put(TreeFields.COUNTED_FROM_1904, "1");
        }
        return MAPPER.writeValueAsBytes(object);
    }

    /** What keeps a row from being a record: a cell of the contract that failed, or a text under no heading. */
    private Optional<Unusable> flaw(Row row, Headings headings) {
        for (Map.Entry<Integer, Cell> each : row.cells().entrySet()) {
            int column = each.getKey();
            Cell cell = each.getValue();
            String name = column < headings.named() ? headings.columns().get(column) : "";
            String address = Headings.letters(column) + row.number();
            if (cell.failed() && intake.connector().contract().knows(name)) {
                return Optional.of(Unusable.inWords(Unusable.Reason.ERROR_CELL, name, cell.text() + " in " + address));
            }
            if (name.isEmpty() && !cell.text().isBlank()) {
                return Optional.of(
                        Unusable.inWords(Unusable.Reason.MALFORMED, "", "a text under no heading in " + address));
            }
        }
        return Optional.empty();
    }

    /** Unpacks every part once, into nothing, before anything is read into memory. */
    private static void refuseBomb(byte[] file, long maxUnpackedBytes) throws IOException {
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            FileSplitter.refuseHtml(file);
            throw new PullFailed(PullFailed.Reason.NOT_THE_FORMAT, "the file is no workbook: it is no zip archive");
        }
        // The archive's directory tells its parts: Java's own stream stumbles over parts whose size only stands behind
        // them.
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            long left = maxUnpackedBytes;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                left -= new LimitedInputStream(zip.getInputStream(entry), "max-unpacked", left)
                        .transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
