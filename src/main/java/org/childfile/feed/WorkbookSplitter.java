package org.childfile.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.childfile.feed.Connector.Format;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a workbook apart: the header row, and each row below it as a JSON object of column and text. A cell with a date
 * format becomes {@code yyyy-MM-dd}; a number keeps its digits. The workbook itself is handed on whole, byte for byte.
 */
final class WorkbookSplitter {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final int KEPT_DIGITS = 15;

    private WorkbookSplitter() {}

    static void split(InputStream body, Format.Xlsx xlsx, RecordIntake intake) throws IOException {
        byte[] file = body.readAllBytes();
        refuseBomb(file, intake.connector().limits().maxUnpackedBytes());
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
            Sheet sheet = readable(() -> workbook.getSheet(xlsx.sheet() - 1))
                    .orElseThrow(() -> new PullFailed(
                            PullFailed.Reason.NOT_THE_FORMAT, "the workbook has no sheet " + xlsx.sheet()));
            try (Stream<Row> rows = sheet.openStream()) {
                rows(rows.iterator(), xlsx, intake);
            }
        } catch (ExcelReaderException e) {
            throw new PullFailed(PullFailed.Reason.NOT_THE_FORMAT, "the file is no workbook: " + e.getMessage(), -1, e);
        }
        intake.document(file);
    }

    private static void rows(Iterator<Row> rows, Format.Xlsx xlsx, RecordIntake intake) {
        List<String> columns = List.of();
        RecordParser parser = new JsonRecord();
        while (readable(rows::hasNext)) {
            Row row = rows.next();
            if (row.getRowNum() < xlsx.headerRow()) {
                continue;
            }
            if (columns.isEmpty()) {
                columns = readable(() -> row.stream()
                        .map(cell -> cell == null ? "" : text(cell).strip())
                        .toList());
                intake.header(columns.stream().filter(name -> !name.isEmpty()).toList());
            } else {
                List<String> names = columns;
                readable(() -> record(row, names))
                        .ifPresent(content -> intake.take("row " + row.getRowNum(), content, parser));
            }
        }
        if (columns.isEmpty()) {
            throw new PullFailed(
                    PullFailed.Reason.NOT_THE_FORMAT, "the sheet has no header in row " + xlsx.headerRow());
        }
    }

    /** The workbook's reader gives up in many ways on bytes that it does not expect; they all mean the same. */
    private static <T> T readable(Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            throw new PullFailed(
                    PullFailed.Reason.NOT_THE_FORMAT,
                    "the workbook cannot be read to its end: " + e.getClass().getSimpleName(),
                    -1,
                    e);
        }
    }

    /** The row as JSON; empty for a row without any text. */
    private static Optional<byte[]> record(Row row, List<String> columns) {
        ObjectNode object = MAPPER.createObjectNode();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Optional<Cell> cell = row.getOptionalCell(i);
            if (!columns.get(i).isEmpty() && cell.isPresent()) {
                String text = text(cell.get());
                object.put(columns.get(i), text);
                texts.add(text);
            }
        }
        return texts.stream().allMatch(String::isBlank)
                ? Optional.empty()
                : Optional.of(MAPPER.writeValueAsBytes(object));
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            String format = cell.getDataFormatString();
            if (format != null && format.toLowerCase(java.util.Locale.ROOT).contains("yy")) {
                return cell.asDate().toLocalDate().toString();
            }
            return text((BigDecimal) cell.getValue());
        }
        return cell.getText();
    }

    /** A whole number with more digits than a spreadsheet's quantity keeps is written as one: its last digits are made up. */
    private static String text(BigDecimal number) {
        return number.precision() - number.scale() > KEPT_DIGITS
                ? number.round(new MathContext(KEPT_DIGITS)).stripTrailingZeros().toString()
                : number.toPlainString();
    }

    /** Unpacks every part once, into nothing, before the workbook's reader may do so into memory. */
    private static void refuseBomb(byte[] file, long maxUnpackedBytes) throws IOException {
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            FileSplitter.refuseHtml(file);
            throw new PullFailed(PullFailed.Reason.NOT_THE_FORMAT, "the file is no workbook: it is no zip archive");
        }
        // The archive's directory, as the workbook's reader reads it: Java's own stream stumbles over parts whose size
        // only stands behind them.
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            long left = maxUnpackedBytes;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                left -= new LimitedInputStream(zip.getInputStream(entry), "max-unpacked", left)
                        .transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
