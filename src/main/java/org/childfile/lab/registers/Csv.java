package org.childfile.lab.registers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of CSV as RFC 4180 has it, without its end. Like Excel, and unlike Commons CSV, it puts no quotation marks
 * around a cell with blanks at its ends: the departments' files are such, and the bytes of a seed stay the same.
 */
final class Csv {

    private Csv() {}

    /** A null cell is empty. */
    static String line(List<? extends @Nullable String> cells) {
        StringBuilder line = new StringBuilder(256);
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            String cell = cells.get(i);
            if (cell != null) {
                append(line, cell);
            }
        }
        return line.toString();
    }

    private static void append(StringBuilder line, String cell) {
        if (cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0) {
            line.append(cell);
        } else {
            line.append('"').append(cell.replace("\"", "\"\"")).append('"');
        }
    }
}
