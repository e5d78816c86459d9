package org.childfile.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Tables as CSV that a spreadsheet opens without running anything: a cell that would be a formula gets an apostrophe before
 * it. In UTF-8 with a byte order mark, which spreadsheets need to read Chinese.
 *
 * <p>Source: OWASP, CSV Injection.
 */
final class GuardedCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";

    private GuardedCsv() {}

    static void write(Path file, List<String> header, List<List<String>> rows) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write(BYTE_ORDER_MARK);
            CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
            printer.printRecord(header);
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(GuardedCsv::guarded).toList());
            }
        }
    }

    /** A cell that is no formula. */
    static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
