package org.childfile.cli.data;

import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.childfile.kernel.CsvCells;

/**
 * Writes rows as CSV (RFC 4180) that a spreadsheet can open without harm: a text that it would take for a formula has an
 * apostrophe before it ({@link CsvCells}). Lists are written as PostgreSQL does, {@code {a,b}}; what is not shown is empty.
 */
final class ExportCsv {

    private ExportCsv() {}

    /** Writes a header and all rows, and says how many. */
    static long write(ResultSet rows, ExportedTexts texts, Writer out) throws SQLException, IOException {
        ResultSetMetaData meta = rows.getMetaData();
        int width = texts.width(meta);
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        boolean[] text = new boolean[width];
        for (int i = 0; i < width; i++) {
            int type = meta.getColumnType(i + 1);
            text[i] = type == Types.VARCHAR || type == Types.ARRAY || type == Types.OTHER;
            printer.print(meta.getColumnLabel(i + 1));
        }
        printer.println();
        long count = 0;
        while (rows.next()) {
            texts.begin(rows);
            for (int i = 0; i < width; i++) {
                String cell = texts.text(rows, i + 1);
                printer.print(cell != null && text[i] ? CsvCells.guarded(cell) : cell);
            }
            printer.println();
            count++;
        }
        return count;
    }
}
