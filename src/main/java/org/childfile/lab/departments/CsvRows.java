package org.childfile.lab.departments;

import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the rows of a CSV file (RFC 4180) that is written in ASCII, UTF-8 or GB18030: in none of them is a quote or a
 * line end ever part of another character.
 */
final class CsvRows {

    private CsvRows() {}

    /** Rows below the header; a line break inside quotes ends no row, and an empty line is none. */
    static long count(InputStream in) throws IOException {
        long rows = 0;
        boolean quoted = false;
        boolean begun = false;
        byte[] block = new byte[1 << 16];
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            for (int at = 0; at < read; at++) {
                byte each = block[at];
                if (each == '"') {
                    quoted = !quoted;
                }
                if (each == '\n' && !quoted) {
                    rows += begun ? 1 : 0;
                    begun = false;
                } else if (each != '\r') {
                    begun = true;
                }
            }
        }
        rows += begun ? 1 : 0;
        return Math.max(0, rows - 1);
    }
}
