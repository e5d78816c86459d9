package org.childfile.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table for a terminal: columns as wide as their widest cell, Han characters counted as two. */
public final class TextTable {

    /** Cells of a terminal. */
    public static final int LINE = 80;

    /** Han characters that are better not parted. */
    private static final int SHORT = 8;

    private final List<String> header;
    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    /** A header that ends with {@code >} makes its column stand to the right. */
    public TextTable(String... header) {
        this.header = new ArrayList<>();
        this.right = new boolean[header.length];
        for (int i = 0; i < header.length; i++) {
            right[i] = header[i].endsWith(">");
            this.header.add(right[i] ? header[i].substring(0, header[i].length() - 1) : header[i]);
        }
    }

    /**
     * Adds a row.
     *
     * @param cells where a text is null, which is also one that the asker is not shown, stands a dash
     */
    public void row(@Nullable String... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> cell == null ? "–" : TerminalText.line(cell))
                .toList());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * Lines of at most 80 cells, where that can be reached without parting a word: columns move together, then their texts are
     * broken into lines.
     */
    public List<String> lines() {
        return lines(LINE);
    }

    /** The same, of at most so many cells. */
    public List<String> lines(int most) {
        int[] widths = new int[right.length];
        int[] floors = new int[right.length];
        measure(header, widths, floors);
        rows.forEach(row -> measure(row, widths, floors));
        boolean close = total(widths, 2) > most && total(floors, 1) <= most;
        if (close) {
            narrow(widths, floors, most);
        }
        String gap = close ? " " : "  ";
        List<String> lines = new ArrayList<>(lines(header, widths, gap));
        lines.add(Arrays.stream(widths).mapToObj("─"::repeat).collect(Collectors.joining(gap)));
        rows.forEach(row -> lines.addAll(lines(row, widths, gap)));
        return lines;
    }

    /** A column's floor is its longest word; Han characters are words of their own, but for short ones. */
    private static void measure(List<String> cells, int[] widths, int[] floors) {
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            widths[i] = Math.max(widths[i], width(cell));
            for (String word : cell.split(" ", -1)) {
                int cellsOfWord = width(word);
                boolean han = cellsOfWord > word.length();
                floors[i] = Math.max(floors[i], han ? Math.min(cellsOfWord, SHORT) : cellsOfWord);
            }
        }
    }

    private static int total(int[] widths, int gap) {
        return Arrays.stream(widths).sum() + gap * (widths.length - 1);
    }

    /** Takes cells from the widest column that has some to give, one after the other. */
    private static void narrow(int[] widths, int[] floors, int most) {
        while (total(widths, 1) > most) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > floors[i] && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            widths[widest]--;
        }
    }

    private List<String> lines(List<String> cells, int[] widths, String gap) {
        List<List<String>> broken = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            broken.add(wrapped(cells.get(i), widths[i]));
        }
        int height = broken.stream().mapToInt(List::size).max().orElse(1);
        List<String> lines = new ArrayList<>();
        for (int n = 0; n < height; n++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String part = n < broken.get(i).size() ? broken.get(i).get(n) : "";
                String padding = " ".repeat(Math.max(0, widths[i] - width(part)));
                line.append(i == 0 ? "" : gap).append(right[i] ? padding + part : part + padding);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** A text with blanks behind it, so that it takes a number of cells; a longer one as it is. */
    public static String padded(String text, int cells) {
        return text + " ".repeat(Math.max(0, cells - width(text)));
    }

    /** A text in lines of at most a number of cells, broken behind blanks, dashes and colons where there are any. */
    public static List<String> wrapped(String text, int cells) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int behind = 0;
        for (int c : text.codePoints().toArray()) {
            if (c != ' ' && width(line.toString()) + width(c) > cells) {
                int end = behind > 0 ? behind : line.length();
                lines.add(line.substring(0, end).stripTrailing());
                line = new StringBuilder(line.substring(end));
                behind = 0;
            }
            line.appendCodePoint(c);
            behind = c == ' ' || c == '-' || c == ':' ? line.length() : behind;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** Cells of a terminal that a text takes. */
    public static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int c) {
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
