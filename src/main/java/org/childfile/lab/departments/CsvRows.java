package org.childfile.lab.departments;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Counts the rows of a CSV file (RFC 4180) that is written in ASCII, UTF-8 or GB18030: in none of them is a quote, a comma or
 * a line end ever part of another character, so its bytes can be read as ISO 8859-1.
 */
final class CsvRows {

    private static final CSVFormat ROWS =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private CsvRows() {}

    /** Rows below the header; a line break inside quotes ends no row, and an empty line is none. */
    static long count(InputStream in) throws IOException {
        try (CSVParser parser = ROWS.parse(new InputStreamReader(in, StandardCharsets.ISO_8859_1))) {
            return Math.max(0, parser.stream().count() - 1);
        }
    }
}
