package org.childfile.kernel;

/**
 * Cells of CSV that a person may open in a spreadsheet. A spreadsheet takes a cell that begins in a certain way for a
 * formula and carries it out; with an apostrophe before it, the cell is a text.
 *
 * <p>Only for texts and only in output for people: numbers and dates keep their sign, and files that another program reads
 * back keep every byte.
 *
 * <p>Source: OWASP, "CSV Injection"; the full-width signs because spreadsheets set to Chinese take them, too.
 */
public final class CsvCells {

    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private CsvCells() {}

    /** The text as it is to be written, before any quoting. */
    public static String guarded(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
