package org.childfile.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for a terminal: columns as wide as their widest cell, Han characters counted as two. */
final class TextTable {

    private final List<String> header;
    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    /** A header that ends with {@code >} makes its column stand to the right. */
    TextTable(String... header) {
        this.header = new ArrayList<>();
        this.right = new boolean[header.length];
        for (int i = 0; i < header.length; i++) {
            right[i] = header[i].endsWith(">");
            this.header.add(right[i] ? header[i].substring(0, header[i].length() - 1) : header[i]);
        }
    }

    void row(String... cells) {
        rows.add(Arrays.stream(cells).map(TerminalText::line).toList());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<String> lines() {
        int[] widths = new int[right.length];
        measure(header, widths);
        rows.forEach(row -> measure(row, widths));
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths));
        StringBuilder rule = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            rule.append(i == 0 ? "" : "  ").append("─".repeat(widths[i]));
        }
        lines.add(rule.toString());
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private static void measure(List<String> cells, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], width(cells.get(i)));
        }
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - width(cells.get(i)));
            line.append(i == 0 ? "" : "  ");
            line.append(right[i] ? padding + cells.get(i) : cells.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }

    /** A text with blanks behind it, so that it takes a number of cells; a longer one as it is. */
    static String padded(String text, int cells) {
        return text + " ".repeat(Math.max(0, cells - width(text)));
    }

    /** A text in lines of at most a number of cells, broken behind blanks, dashes and colons where there are any. */
    static List<String> wrapped(String text, int cells) {
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
    static int width(String text) {
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
