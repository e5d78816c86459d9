package org.childfile.linkage.table;

/** Some lines of a comma-separated file, their cells as stretches of one text without the blanks around them. */
final class CsvBlock {

    final char[] text;
    private final Ints starts = new Ints(1 << 16);
    private final Ints ends = new Ints(1 << 16);
    private final Ints firstCells = new Ints(1 << 12);
    private final Ints lines = new Ints(1 << 12);

    CsvBlock(char[] text) {
        this.text = text;
    }

    int rows() {
        return lines.size();
    }

    /** The number of the line at which a row ends, counted from 1. */
    int line(int row) {
        return lines.get(row);
    }

    /** How many cells a row has. */
    int cells(int row) {
        return (row + 1 < rows() ? firstCells.get(row + 1) : starts.size()) - firstCells.get(row);
    }

    int start(int row, int cell) {
        return starts.get(firstCells.get(row) + cell);
    }

    int end(int row, int cell) {
        return ends.get(firstCells.get(row) + cell);
    }

    String cell(int row, int cell) {
        return new String(text, start(row, cell), end(row, cell) - start(row, cell));
    }

    /** How many cells were added so far, the unfinished row's among them. */
    int size() {
        return starts.size();
    }

    void addCell(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && blank(text[from])) {
            from++;
        }
        while (from < to && blank(text[to - 1])) {
            to--;
        }
        starts.add(from);
        ends.add(to);
    }

    /** Makes one quotation mark of two in a cell that was added. */
    void halveMarks(int cell) {
        int to = starts.get(cell);
        for (int i = to; i < ends.get(cell); i++) {
            text[to++] = text[i];
            i += text[i] == '"' ? 1 : 0;
        }
        ends.set(cell, to);
    }

    /** Ends a row, whose cells are those added from a position on. */
    void endRow(int firstCell, int line) {
        firstCells.add(firstCell);
        lines.add(line);
    }

    /** Forgets the cells from a position on: their row is not whole yet. */
    void forget(int firstCell) {
        starts.cut(firstCell);
        ends.cut(firstCell);
    }

    private static boolean blank(char c) {
        return c <= ' ' ? Character.isWhitespace(c) : c >= 0x1680 && c <= 0x3000 && Character.isWhitespace(c);
    }
}
