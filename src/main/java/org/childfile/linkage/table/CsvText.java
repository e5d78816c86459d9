package org.childfile.linkage.table;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated text (RFC 4180) in blocks of whole lines. Lines end with any of the usual signs and empty ones do
 * not count; a cell that begins with a quotation mark goes on to the next single one, over ends of lines, and {@code ""} in
 * it is a mark.
 *
 * <p>Not Commons CSV, because this is where the time of {@code link} goes into reading: it makes no text of a cell, and takes
 * 0.6 s for a million rows of eleven cells (103 MB) where a {@code CSVParser} takes 1.1 s (JDK 25, two cores).
 *
 * <p>A line without its end is read again once more of the text is there; so every question is about characters at hand.
 */
final class CsvText {

    private static final int BLOCK = 1 << 20;
    private static final char MARK = '"';

    private final Reader reader;
    private final char delimiter;
    private final int blockSize;
    private char[] text;
    private int from;
    private int limit;
    private boolean ended;
    private int line = 1;

    /** How far the row is read. */
    private int at;
    /** The cells of the row that hold doubled marks. */
    private final Ints marked = new Ints(8);

    /** What is wrong with a line. */
    static final class Fault extends IOException {
        private static final long serialVersionUID = 1;
        final int line;

        Fault(int line, String message) {
            super(message);
            this.line = line;
        }
    }

    CsvText(Reader reader, char delimiter) {
        this(reader, delimiter, BLOCK);
    }

    /** @param blockSize about so many characters are read at a time */
    CsvText(Reader reader, char delimiter, int blockSize) {
        this.reader = reader;
        this.delimiter = delimiter;
        this.blockSize = blockSize;
        this.text = new char[blockSize];
    }

    /** The next lines; null at the end. */
    @Nullable
    CsvBlock next() throws IOException {
        while (true) {
            fill();
            CsvBlock block = new CsvBlock(text);
            while (row(block)) {
                // Row after row, as long as they are whole.
            }
            char[] rest = new char[Math.max(blockSize, (limit - from) * 2)];
            System.arraycopy(text, from, rest, 0, limit - from);
            text = rest;
            limit -= from;
            from = 0;
            if (block.rows() > 0) {
                return block;
            }
            if (ended) {
                return null;
            }
        }
    }

    private void fill() throws IOException {
        while (!ended && limit < text.length) {
            int read = reader.read(text, limit, text.length - limit);
            if (read < 0) {
                ended = true;
            } else {
                limit += read;
            }
        }
    }

    /** Reads one row; false where the text at hand holds no whole one, of which then nothing is taken. */
    private boolean row(CsvBlock block) throws Fault {
        int begin = skipEmptyLines();
        int firstCell = block.size();
        int lines = 0;
        at = begin;
        marked.clear();
        while (begin < limit) {
            int added = cell(block);
            if (added < 0) {
                break;
            }
            lines += added;
            boolean more = at < limit && text[at] == delimiter;
            if (!more) {
                int next = endOfLine(at);
                if (next < 0) {
                    break;
                }
                line += lines;
                for (int i = 0; i < marked.size(); i++) {
                    block.halveMarks(marked.get(i));
                }
                block.endRow(firstCell, line);
                line += next > at ? 1 : 0;
                from = next;
                return true;
            }
            at++;
        }
        block.forget(firstCell);
        return false;
    }

    private int skipEmptyLines() {
        while (from < limit) {
            int next = endOfLine(from);
            if (next <= from) {
                break;
            }
            line++;
            from = next;
        }
        return from;
    }

    /** Behind the end of line at a place; the place itself at the end of all and where none is; -1 where that is not known. */
    private int endOfLine(int place) {
        if (place == limit) {
            return ended ? place : -1;
        }
        if (text[place] == '\r') {
            if (place + 1 == limit) {
                return ended ? limit : -1;
            }
            return text[place + 1] == '\n' ? place + 2 : place + 1;
        }
        return text[place] == '\n' ? place + 1 : place;
    }

    /** Reads a cell from the place on, and moves the place behind it; gives the ends of lines inside, -1 where it is not whole. */
    private int cell(CsvBlock block) throws Fault {
        if (at < limit && text[at] == MARK) {
            return quoted(block);
        }
        int start = at;
        int end = at;
        while (end < limit && text[end] != delimiter && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        if (end == limit && !ended) {
            return -1;
        }
        block.addCell(start, end);
        at = end;
        return 0;
    }

    private int quoted(CsvBlock block) throws Fault {
        boolean marks = false;
        int lines = 0;
        int close = at + 1;
        while (true) {
            while (close < limit && text[close] != MARK) {
                boolean ends =
                        text[close] == '\n' || (text[close] == '\r' && !(close + 1 < limit && text[close + 1] == '\n'));
                lines += ends ? 1 : 0;
                close++;
            }
            if (close + 1 >= limit && !ended) {
                return -1;
            }
            if (close >= limit) {
                throw new Fault(
                        line,
                        "a cell begins with a quotation mark that is never closed; close it, or double it inside marks");
            }
            if (close + 1 == limit || text[close + 1] != MARK) {
                break;
            }
            marks = true;
            close += 2;
        }
        int behind = close + 1;
        while (behind < limit
                && text[behind] != delimiter
                && Character.isWhitespace(text[behind])
                && !lineEnd(behind)) {
            behind++;
        }
        if (behind == limit && !ended) {
            return -1;
        }
        if (behind < limit && text[behind] != delimiter && !lineEnd(behind)) {
            throw new Fault(
                    line + lines, "a cell in quotation marks goes on behind them; write \"\" for a mark inside");
        }
        block.addCell(at + 1, close);
        if (marks) {
            marked.add(block.size() - 1);
        }
        at = behind;
        return lines;
    }

    private boolean lineEnd(int place) {
        return text[place] == '\n' || text[place] == '\r';
    }
}
