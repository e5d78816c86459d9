package org.childfile.cli.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.childfile.cli.terminal.BothLanguages;
import org.childfile.cli.terminal.Html;
import org.childfile.cli.terminal.YearPage;
import org.jspecify.annotations.Nullable;

/**
 * The coverage picture as a page: a bar a division, whose parts are the children who have a caring mother and are visited,
 * who have one and are silent, and who have none; and the same numbers as a table, for those who read tables or listen.
 */
final class CoveragePage {

    private static final String MORE_STYLE = """
            svg{width:100%;height:auto;margin:.6rem 0} svg text{font-size:12px;fill:#1f2933} svg .n{fill:#52606d}
            .visited{fill:#2f7d5b} .silent{fill:#e0a100} .uncovered{fill:#c0392b} .key{display:inline-block;width:.8em;height:.8em;margin:0 .35em 0 1.2em}
            .key.visited{background:#2f7d5b} .key.silent{background:#e0a100} .key.uncovered{background:#c0392b} .key:first-child{margin-left:0}
            """;
    private static final int LEFT = 150;
    private static final int RIGHT = 210;
    private static final int WIDTH = 960;
    private static final int ROW = 24;

    private final BothLanguages words = new BothLanguages();

    String of(List<CoverageRow> rows) {
        CoverageRow whole = rows.getFirst();
        List<CoverageRow> parts = rows.size() > 1 ? rows.subList(1, rows.size()) : rows;
        StringBuilder body = new StringBuilder("<style>" + MORE_STYLE + "</style>\n<h1>");
        body.append(words.line("coverage.title")).append("</h1>\n<p>");
        body.append(Html.escaped(whole.name() + " " + whole.division() + " · " + whole.day()))
                .append("</p>\n<p>");
        for (String part : List.of("visited", "silent", "uncovered")) {
            body.append("<span class=\"key ")
                    .append(part)
                    .append("\"></span>")
                    .append(words.line("coverage.part." + part));
        }
        body.append("</p>\n").append(chart(parts)).append(table(rows)).append(ages(whole));
        return YearPage.page(words.zh("coverage.title"), body.toString());
    }

    private String chart(List<CoverageRow> rows) {
        long most = rows.stream().mapToLong(CoveragePage::all).max().orElse(1);
        StringBuilder bars = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            bars.append(bar(rows.get(i), i * ROW, Math.max(1, most)));
        }
        String title = words.title("coverage.title");
        return "<svg viewBox=\"0 0 " + WIDTH + " " + (rows.size() * ROW + 4) + "\" role=\"img\" aria-label=\""
                + Html.escaped(title) + "\"><title>" + Html.escaped(title) + "</title>" + bars + "</svg>\n";
    }

    private static long all(CoverageRow row) {
        return parts(row).stream().mapToLong(Part::number).sum();
    }

    private String bar(CoverageRow row, int top, long most) {
        double unit = (double) (WIDTH - LEFT - RIGHT) / most;
        double at = LEFT;
        StringBuilder bar = new StringBuilder(label(LEFT - 8, top, "end", "", row.name()));
        List<Part> parts = parts(row);
        for (Part part : parts) {
            double wide = part.number() * unit;
            bar.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"><title>%s</title></rect>",
                    part.name(),
                    at,
                    top + 4,
                    Math.max(0, wide - (wide > 2 ? 1 : 0)),
                    ROW - 8,
                    Html.escaped(
                            row.name() + " " + words.title("coverage.part." + part.name()) + " " + part.number())));
            at += wide;
        }
        return bar.append(label((int) at + 8, top, "start", "n", said(parts))).toString();
    }

    private record Part(String name, long number) {}

    /** The parts of which the numbers may be seen; a number that is suppressed is no nought. */
    private static List<Part> parts(CoverageRow row) {
        List<Part> parts = new ArrayList<>();
        Long covered = row.count("covered", "");
        Long silent = row.count("silent", "");
        Long uncovered = row.count("uncovered", "");
        if (covered != null && silent != null) {
            parts.add(new Part("visited", covered - silent));
        }
        if (silent != null) {
            parts.add(new Part("silent", silent));
        }
        if (uncovered != null) {
            parts.add(new Part("uncovered", uncovered));
        }
        return parts;
    }

    private static String said(List<Part> parts) {
        return String.join(
                " · ", parts.stream().map(part -> Html.count(part.number())).toList());
    }

    private static String label(int x, int top, String anchor, String styled, String text) {
        return "<text x=\"" + x + "\" y=\"" + (top + ROW / 2 + 4) + "\" text-anchor=\"" + anchor + "\" class=\""
                + styled + "\">" + Html.escaped(text) + "</text>";
    }

    private String table(List<CoverageRow> rows) {
        StringBuilder html = new StringBuilder("<h2>" + words.line("coverage.numbers") + "</h2>\n");
        html.append(head("column.division"));
        for (CoverageRow row : rows) {
            html.append("<tr>").append(Html.cell(row.name() + " " + row.division()));
            CoverageRow.MEASURES.forEach(measure -> html.append(number(row.count(measure, ""))));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table>\n").toString();
    }

    private String ages(CoverageRow row) {
        StringBuilder html = new StringBuilder("<h2>" + words.line("coverage.by-age") + "</h2>\n");
        html.append(head("column.ages"));
        for (String ages : CoverageRow.AGES) {
            html.append("<tr>")
                    .append(Html.cell(
                            words.title("coverage.ages-" + ages.substring(1).replace('_', '-'))));
            CoverageRow.MEASURES.forEach(measure -> html.append(number(row.count(measure, ages))));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table>\n").toString();
    }

    private String head(String first) {
        List<String> cells = new ArrayList<>(List.of("<th scope=\"col\">" + words.line(first) + "</th>"));
        CoverageRow.MEASURES.forEach(
                measure -> cells.add("<th scope=\"col\" class=\"n\">" + words.line("coverage." + measure) + "</th>"));
        return "<table><thead><tr>" + String.join("", cells) + "</tr></thead>\n<tbody>";
    }

    private static String number(@Nullable Long count) {
        return Html.number(count == null ? "–" : Html.count(count));
    }
}
