package org.childfile.cli.review;

import java.util.List;
import java.util.stream.Collectors;
import org.childfile.cli.terminal.Html;
import org.childfile.cli.terminal.Messages;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.Words;
import org.childfile.files.identity.Explanation;
import org.childfile.files.identity.PersonExplanation;
import org.childfile.files.identity.RecordPair;
import org.childfile.files.identity.SideBySide.Row;

/** Explanations as a page of HTML that needs nothing beside itself. */
final class ExplanationPage {

    private static final String STYLE = """
            body{font:15px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1f2933;
              max-width:800px;margin:2rem auto;padding:0 1rem;background:#fff}
            h1{font-size:1.35rem;margin:0 0 .25rem} h2{font-size:1.05rem;margin:2rem 0 .25rem;overflow-wrap:anywhere}
            p{margin:.25rem 0} .soft{color:#616e7c} .mono{font-family:ui-monospace,monospace;overflow-wrap:anywhere}
            table{border-collapse:collapse;width:100%;margin:1rem 0;table-layout:fixed}
            th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #e4e7eb;overflow-wrap:anywhere}
            th{font-weight:600;font-size:.85rem} col.what{width:24%} col.mark{width:4rem} td.mark{text-align:center;font-weight:600}
            .same{color:#137a4b} .near{color:#9a6700} .different{color:#b42318}
            .outcome{display:inline-block;padding:.15rem .6rem;border-radius:1rem;background:#e4e7eb;font-weight:600}
            svg{max-width:100%;height:auto;margin:.5rem 0} svg text{font-size:13px;fill:#1f2933}
            svg .level,svg .threshold{fill:#616e7c} svg .threshold{font-size:12px}
            svg .for{fill:#2f9e6e} svg .against{fill:#d1493f} svg .prior{fill:#9aa5b1} svg .total{fill:#2f6fb3}
            svg .axis{stroke:#cbd2d9} svg .join{stroke:#2f6fb3;stroke-dasharray:5 3}
            svg .bits{paint-order:stroke;stroke:#fff;stroke-width:4px}
            svg .review{stroke:#9a6700;stroke-dasharray:2 3}
            """;

    private final Messages messages;
    private final Words words;
    private final Shown shown;

    ExplanationPage(Messages messages, Shown shown) {
        this.messages = messages;
        this.words = new Words(messages);
        this.shown = shown;
    }

    String of(RecordPair pair) {
        String title = messages.text("explain.page.pair");
        return page(
                title,
                "<h1>" + Html.escaped(title) + "</h1>\n"
                        + soft(messages.text(pair.together() ? "explain.together" : "explain.apart"))
                        + explained(pair.explanation()) + values(pair));
    }

    String of(PersonExplanation person) {
        String title = messages.text(
                "explain.person",
                person.personId(),
                String.valueOf(person.records().size()));
        StringBuilder body = new StringBuilder("<h1>" + Html.escaped(title) + "</h1>\n");
        person.records().forEach(held -> {
            boolean alone = held.by().equals(held.record());
            String by = alone
                    ? messages.text("explain.alone")
                    : messages.text(
                            "explain.held",
                            shown.key(held.by()),
                            Words.bits(held.explanation().total()));
            body.append(section(shown.key(held.record()), by)).append(alone ? "" : explained(held.explanation()));
        });
        body.append("<h1 style=\"margin-top:2.5rem\">"
                + Html.escaped(messages.text(person.nearMisses().isEmpty() ? "explain.no-near" : "explain.near"))
                + "</h1>\n");
        person.nearMisses()
                .forEach(near -> body.append(section(
                                shown.key(near.record()) + " ↔ " + shown.key(near.other()),
                                messages.text(
                                        "explain.other",
                                        near.otherPerson(),
                                        Words.bits(near.explanation().total()))))
                        .append(explained(near.explanation())));
        return page(title, body.toString());
    }

    private static String section(String title, String below) {
        return "<h2>" + Html.escaped(title) + "</h2>\n" + soft(below);
    }

    private static String soft(String text) {
        return "<p class=\"soft\">" + Html.escaped(text) + "</p>\n";
    }

    private String explained(Explanation explanation) {
        StringBuilder out = new StringBuilder(Waterfall.of(messages, explanation));
        if (!explanation.veto().isEmpty()) {
            out.append("<p>" + Html.escaped(messages.text("explain.veto", words.veto(explanation.veto()))) + "</p>\n");
        }
        if (explanation.verdict() != null) {
            out.append("<p>" + Html.escaped(words.verdict(explanation.verdict())) + "</p>\n");
        }
        return out.append("<p><span class=\"outcome\">"
                        + Html.escaped(messages.text("explain.outcome", words.outcome(explanation.outcome())))
                        + "</span></p>\n")
                .toString();
    }

    private String values(RecordPair pair) {
        StringBuilder out = new StringBuilder("<table><colgroup><col class=\"what\"><col><col class=\"mark\"><col>"
                + "</colgroup>\n<tr><th>" + Html.escaped(messages.text("pair.record")) + "</th><th>"
                + Html.escaped(shown.key(pair.a())) + "</th><th></th><th>" + Html.escaped(shown.key(pair.b()))
                + "</th></tr>\n");
        for (Row row : pair.values().rows()) {
            String name = row.attribute().name();
            out.append("<tr><td>" + Html.escaped(words.label(row.attribute()) + (row.doubtful() ? " ?" : ""))
                    + "</td><td>" + cell(name, row.left()) + "</td><td class=\"mark "
                    + row.mark().name().toLowerCase(java.util.Locale.ROOT) + "\">" + PairView.sign(row.mark())
                    + "</td><td>" + cell(name, row.right()) + "</td></tr>\n");
        }
        return out.append("</table>\n").toString() + soft(messages.text("pair.marks"));
    }

    private String cell(String attribute, List<String> values) {
        return values.stream()
                .map(value -> Html.escaped(shown.value(attribute, value)))
                .collect(Collectors.joining("<br>"));
    }

    private String page(String title, String body) {
        String language = messages.bundle().getLocale().getLanguage();
        return "<!DOCTYPE html>\n<html lang=\"" + (language.equals("en") ? "en" : "zh-CN")
                + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>"
                + Html.escaped(title) + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n" + body
                + "</body>\n</html>\n";
    }
}
