package org.childfile.cli.care;

import java.util.List;
import java.util.function.Predicate;
import org.childfile.care.duties.Digest;
import org.childfile.care.duties.DigestCall;
import org.childfile.care.duties.DigestCheck;
import org.childfile.care.duties.DigestItem;
import org.childfile.cli.terminal.BothLanguages;
import org.childfile.cli.terminal.Html;
import org.childfile.cli.terminal.YearPage;
import org.childfile.kernel.Division;
import org.childfile.kernel.Divisions;
import org.jspecify.annotations.Nullable;

/** A digest as a page of HTML for the screen and for paper: the silent pairs, what was missed, what is due. */
final class DigestPage {

    private static final String MORE_STYLE = """
            .sum{display:flex;gap:2.5rem;margin:1rem 0 0} .sum div{font-size:.9rem} .sum b{display:block;font-size:1.6rem;font-weight:600;line-height:1.2}
            .sum .bad b{color:#b42318} td.todo{white-space:pre-line} td.keep,th.keep{white-space:nowrap}
            @page{size:A4;margin:14mm}
            """;
    private static final int NONE = -1;

    static final List<String> CALL_COLUMNS = List.of("kind", "child", "division", "called", "overdue", "call");

    static final List<String> CHECK_COLUMNS = List.of("volunteer", "division", "check", "checked-on", "children");

    private final BothLanguages words = new BothLanguages();

    String of(Digest digest) {
        StringBuilder body = new StringBuilder("<style>" + MORE_STYLE + "</style>\n");
        String title = words.zh("digest.title") + " · " + place(digest.scope());
        body.append("<h1>").append(words.line("digest.title")).append("</h1>\n<p>");
        body.append(Html.escaped(place(digest.scope()))).append(" · <span class=\"mono\">");
        body.append(Html.escaped(digest.scope())).append("</span>");
        body.append(digest.day() == null ? "" : " · " + Html.escaped(digest.day()))
                .append("</p>\n");
        body.append("<div class=\"sum\">")
                .append(sum("pairs", digest.pairs(), false))
                .append(sum("silent", digest.silent(), digest.silent() > 0))
                .append(sum("missed", digest.behind(), false))
                .append(sum("due", digest.due(), false))
                .append("</div>\n");
        body.append(calls(digest.calls()));
        body.append(checks(digest.checks()));
        body.append(section("silent", digest, DigestItem::silent));
        body.append(section("missed", digest, item -> !item.silent() && item.behind()));
        body.append(section("due", digest, item -> !item.silent() && !item.behind() && owes(item)));
        return YearPage.page(title, body.toString());
    }

    /** What waits for somebody to see to it; nothing where nothing does. */
    private String calls(List<DigestCall> calls) {
        if (calls.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<h2>" + words.line("digest.section.calls") + "</h2>\n<p>"
                + words.line("digest.section.calls.about") + "</p>\n<table><thead><tr>");
        for (String column : CALL_COLUMNS) {
            html.append("<th scope=\"col\">")
                    .append(words.line("digest.column." + column))
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody>");
        for (DigestCall call : calls) {
            html.append("<tr>")
                    .append(Html.element("td", call.urgent() ? "bad keep" : "keep", Html.escaped(kind(call, words))))
                    .append(Html.cell(text(call.childName())))
                    .append(Html.cell(call.division() == null ? "–" : place(call.division())))
                    .append(Html.element("td", "keep", Html.escaped(call.day())))
                    .append(Html.number(Integer.toString(call.overdue())))
                    .append(Html.element("td", "mono", Html.escaped(call.wakeupId())))
                    .append("</tr>\n");
        }
        return html.append("</tbody></table>\n").toString();
    }

    /** Caring mothers to be checked; nothing where there are none. */
    private String checks(List<DigestCheck> checks) {
        if (checks.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<h2>" + words.line("digest.section.checks") + "</h2>\n<p>"
                + words.line("digest.section.checks.about") + "</p>\n<table><thead><tr>");
        for (String column : CHECK_COLUMNS) {
            html.append("<th scope=\"col\">")
                    .append(words.line("digest.column." + column))
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody>");
        for (DigestCheck check : checks) {
            html.append("<tr>")
                    .append(Html.cell(text(check.volunteerName())))
                    .append(Html.cell(check.division() == null ? "–" : place(check.division())))
                    .append(Html.element("td", "bad keep", words.line("check.state." + check.state())))
                    .append(Html.element("td", "keep", Html.escaped(text(check.checkedOn()))))
                    .append(Html.number(Integer.toString(check.paired())))
                    .append("</tr>\n");
        }
        return html.append("</tbody></table>\n").toString();
    }

    static String kind(DigestCall call, BothLanguages words) {
        return words.zh("wakeup.kind." + call.kind().toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean owes(DigestItem item) {
        return item.due() != null && !item.due().isEmpty();
    }

    private String sum(String what, int number, boolean bad) {
        return Html.element(
                "div", bad ? "bad" : "", "<b>" + Html.count(number) + "</b>" + words.line("digest.sum." + what));
    }

    private String section(String name, Digest digest, Predicate<DigestItem> which) {
        List<DigestItem> items = digest.items().stream().filter(which).toList();
        StringBuilder html = new StringBuilder("<h2>" + words.line("digest.section." + name) + "</h2>\n<p>"
                + words.line("digest.section." + name + ".about") + "</p>\n");
        if (items.isEmpty()) {
            return html.append("<p class=\"none\">")
                    .append(words.line("pack.none"))
                    .append("</p>\n")
                    .toString();
        }
        html.append("<table><thead><tr>");
        for (String column : List.of("volunteer", "child", "division", "last-contact", "missed", "due")) {
            html.append("<th scope=\"col\">")
                    .append(words.line("digest.column." + column))
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody>");
        items.forEach(item -> html.append(row(item)));
        return html.append("</tbody></table>\n").toString();
    }

    private String row(DigestItem item) {
        int quiet = item.silentDays() == null ? NONE : item.silentDays();
        String contact = item.lastContact() == null && quiet != NONE
                ? words.zh("digest.never") + " " + item.since()
                : day(item.lastContact());
        return "<tr>"
                + Html.cell(text(item.volunteerName()))
                + Html.cell(text(item.childName()))
                + Html.cell(place(item.division()))
                + Html.element(
                        "td",
                        item.silent() ? "bad keep" : "keep",
                        Html.escaped(contact) + (quiet == NONE ? "" : "<br>" + words.line("digest.days", quiet)))
                + Html.element("td", "todo", Html.escaped(String.join("\n", missed(item, words))))
                + Html.element("td", "todo", Html.escaped(String.join("\n", due(item, words))))
                + "</tr>\n";
    }

    /** What was missed, how often in a row, and until when. */
    static List<String> missed(DigestItem item, BothLanguages words) {
        return item.missed() == null
                ? List.of()
                : item.missed().stream()
                        .map(each -> words.zh("duty.kind." + each.kind().toLowerCase(java.util.Locale.ROOT)) + " ×"
                                + each.periods() + " (–" + each.last().substring(5) + ")")
                        .toList();
    }

    /** What is due, and the last day for it. */
    static List<String> due(DigestItem item, BothLanguages words) {
        return item.due() == null
                ? List.of()
                : item.due().stream()
                        .map(each -> words.zh("duty.kind." + each.kind().toLowerCase(java.util.Locale.ROOT)) + " ≤"
                                + each.until().substring(5))
                        .toList();
    }

    /** The deepest division that is known of a code. */
    static String place(String code) {
        return Divisions.chongqing().containing(code).map(Division::name).orElse(code);
    }

    static String day(@Nullable String moment) {
        return moment == null ? "–" : moment.substring(0, Math.min(10, moment.length()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
