package org.childfile.cli.data;

import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
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
        boolean[] text = new boolean[width];
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < width; i++) {
            int type = meta.getColumnType(i + 1);
            text[i] = type == Types.VARCHAR || type == Types.ARRAY || type == Types.OTHER;
            line.append(i == 0 ? "" : ",").append(meta.getColumnLabel(i + 1));
        }
        out.append(line.append("\r\n"));
        long count = 0;
        while (rows.next()) {
            line.setLength(0);
            texts.begin(rows);
            for (int i = 0; i < width; i++) {
                if (i > 0) {
                    line.append(',');
                }
                String cell = texts.text(rows, i + 1);
                if (cell != null) {
                    append(line, text[i] ? CsvCells.guarded(cell) : cell);
                }
            }
            out.append(line.append("\r\n"));
            count++;
        }
        return count;
    }

    private static void append(StringBuilder line, String cell) {
        boolean quoted = false;
        for (int i = 0; i < cell.length() && !quoted; i++) {
            char each = cell.charAt(i);
            quoted = each == ',' || each == '"' || each == '\n' || each == '\r';
        }
        if (quoted) {
            line.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            line.append(cell);
        }
    }
}
