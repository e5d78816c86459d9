package org.childfile.cli.terminal;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.childfile.kernel.CsvCells;
import org.childfile.storage.PrivateFiles;

/**
 * Tables as CSV that a spreadsheet opens without running anything (see {@link CsvCells}). Files are in UTF-8 with a byte order
 * mark, which spreadsheets need to read Chinese.
 */
public final class GuardedCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private GuardedCsv() {}

    public static void write(Path file, List<String> header, List<List<String>> rows) throws IOException {
        try (Writer writer = PrivateFiles.writer(file)) {
            writer.write(BYTE_ORDER_MARK);
            CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
            printer.printRecord(header);
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(CsvCells::guarded).toList());
            }
        }
    }

    /** Rows to a stream that is there already, each ended by a line feed alone, as programs of the command line want it. */
    public static CSVPrinter lines(Appendable out, List<String> header) throws IOException {
        return new CSVPrinter(
                out,
                CSVFormat.RFC4180
                        .builder()
                        .setRecordSeparator('\n')
                        .setHeader(header.toArray(String[]::new))
                        .get());
    }
}
