package org.childfile.cli.terminal;

import java.util.List;
import org.childfile.access.audit.YearReport;
import org.childfile.access.audit.YearReport.Table;

/** A year's report on the protection of minors' data, as a page of HTML that needs nothing beside itself. */
public final class YearPage {

    static final String STYLE = """
            body{font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;
              color:#1f2933;max-width:980px;margin:2rem auto;padding:0 1.25rem;background:#fff}
            h1{font-size:1.45rem;margin:0 0 .5rem;line-height:1.35} h2{font-size:1.1rem;margin:2.2rem 0 .4rem}
            p{margin:.3rem 0} .en{color:#616e7c;font-weight:400;font-size:.9em}
            table{border-collapse:collapse;width:100%;margin:.6rem 0;font-size:.9rem}
            th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #e4e7eb;overflow-wrap:anywhere}
            th{font-weight:600;color:#3e4c59} th .en{display:block} td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
            .good{color:#137a4b;font-weight:600} .bad{color:#b42318;font-weight:600} .none{color:#616e7c}
            .mono{font-family:ui-monospace,monospace;font-size:.85em;overflow-wrap:anywhere}
            @media print{body{margin:0;max-width:none} h2{break-after:avoid} tr{break-inside:avoid}}
            """;

    private final BothLanguages words = new BothLanguages();

    public String of(YearReport report) {
        String year = String.valueOf(report.year());
        StringBuilder body = new StringBuilder();
        body.append("<h1>").append(words.line("pack.title", year)).append("</h1>\n");
        body.append("<p>").append(words.line("pack.about")).append("</p>\n");
        boolean whole = report.proof().whole();
        body.append("<p class=\"")
                .append(whole ? "good" : "bad")
                .append("\">")
                .append(words.line(
                        whole ? "pack.whole" : "pack.broken",
                        report.proof().head().count()))
                .append("</p>\n<p class=\"mono\">")
                .append(Html.escaped(report.proof().head().written()))
                .append("</p>\n");
        report.tables().forEach(table -> body.append(section(table)));
        return page(words.zh("pack.title", year), body.toString());
    }

    private String section(Table table) {
        StringBuilder html = new StringBuilder("<h2>" + words.line("pack." + table.name()) + "</h2>\n");
        html.append("<p>").append(words.line("pack." + table.name() + ".about")).append("</p>\n");
        if (table.rows().isEmpty()) {
            return html.append("<p class=\"none\">")
                    .append(words.line("pack.none"))
                    .append("</p>\n")
                    .toString();
        }
        html.append("<table><thead><tr>");
        table.columns()
                .forEach(column -> html.append("<th>")
                        .append(words.line("pack.column." + column))
                        .append("</th>"));
        html.append("</tr></thead>\n<tbody>");
        for (List<String> row : table.rows()) {
            html.append("<tr>");
            row.forEach(cell ->
                    html.append(cell.matches("\\d+") ? Html.number(cell) : Html.cell(words.word("pack.word.", cell))));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table>\n").toString();
    }

    public static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>" + Html.escaped(title)
                + "</title><style>" + STYLE + "</style></head>\n<body>\n" + body + "</body></html>\n";
    }
}
