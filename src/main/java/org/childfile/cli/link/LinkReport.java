package org.childfile.cli.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.childfile.cli.terminal.Html;
import org.childfile.cli.terminal.Messages;
import org.childfile.linkage.matching.BlockingReport;
import org.childfile.linkage.matching.Evaluation;
import org.childfile.linkage.run.Linked;

/** What linking found as one HTML page that needs nothing beside it. Personal data are masked unless revealed. */
final class LinkReport {

    private static final int BAR = 160;

    private final Linked linked;
    private final Messages messages;
    private final boolean reveal;
    private final StringBuilder out = new StringBuilder(1 << 16);

    LinkReport(Linked linked, Messages messages, boolean reveal) {
        this.linked = linked;
        this.messages = messages;
        this.reveal = reveal;
    }

    private String text(String key, Object... arguments) {
        return Html.escaped(messages.text(key, arguments));
    }

    String page() throws IOException {
        String language = messages.bundle().getLocale().getLanguage();
        String title = text("report.page", String.join(", ", linked.sources()));
        out.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\"><head><meta charset=\"utf-8\">");
        out.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        out.append(Html.element("title", "", title))
                .append("<style>")
                .append(style())
                .append("</style></head><body><main>");
        out.append(Html.element("h1", "", title));
        figures();
        if (linked.evaluation() != null) {
            section("report.accuracy", "", accuracy(linked.evaluation()));
        }
        PairCharts charts = new PairCharts(linked, messages);
        section("report.histogram", "report.histogram.note", charts.weights());
        String known = linked.evaluation() == null ? "report.curves.expected" : "report.curves.measured";
        section("report.curves", known, charts.curves());
        section(
                "report.weights",
                "report.weights.note",
                new WeightTable(linked.matcher().model(), messages).html());
        section("report.blocking", "report.blocking.note", blocking());
        PairExamples examples = new PairExamples(linked, messages, reveal);
        String masked = reveal ? "" : "report.masked";
        section("report.patterns", masked, examples.patterns());
        section("report.clusters", masked, examples.clusters());
        return out.append("</main></body></html>\n").toString();
    }

    private static String style() throws IOException {
        try (InputStream in = Objects.requireNonNull(LinkReport.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void section(String title, String note, String content) {
        if (!content.isEmpty()) {
            out.append("<section>").append(Html.element("h2", "", text(title)));
            out.append(note.isEmpty() ? "" : Html.element("p", "note", text(note)));
            out.append(content).append("</section>\n");
        }
    }

    private void figures() {
        out.append("<div class=\"figures\">");
        figure("report.rows", linked.clusters().of().length);
        figure("report.persons", linked.clusters().count());
        figure("report.compared", linked.compared());
        figure("report.to-review", linked.clusters().review().size());
        out.append("</div>\n");
    }

    private void figure(String key, long number) {
        out.append(Html.element("div", "", Html.element("b", "", Html.count(number)) + text(key)));
    }

    private String accuracy(Evaluation evaluation) {
        return "<table><thead><tr><th></th>" + head("link.precision") + head("link.recall")
                + "<th class=\"n\">F1</th></tr></thead><tbody>"
                + measure(messages.text("link.measure.pairs"), evaluation.pairs())
                + measure("B-cubed", evaluation.bCubed()) + "</tbody></table>"
                + Html.element(
                        "p", "note", text("link.blocking-recall", LinkSummary.figure(evaluation.blockingRecall())));
    }

    private String head(String key) {
        return Html.element("th", "n", text(key));
    }

    private static String measure(String name, Evaluation.Measure measure) {
        return Html.element(
                "tr",
                "",
                Html.cell(name)
                        + Html.number(LinkSummary.figure(measure.precision()))
                        + Html.number(LinkSummary.figure(measure.recall()))
                        + Html.number(LinkSummary.figure(measure.f1())));
    }

    private String blocking() {
        List<BlockingReport.Rule> rules = linked.matcher().blocking().rules();
        long most = Math.max(
                1, rules.stream().mapToLong(BlockingReport.Rule::pairs).max().orElse(1));
        StringBuilder rows = new StringBuilder("<div class=\"wide\"><table><thead><tr><th>")
                .append(text("link.rule"))
                .append("</th>")
                .append(head("link.pairs"))
                .append("<th></th>")
                .append(head("link.skipped"))
                .append(Html.element("th", "", text("report.worst")))
                .append("</tr></thead><tbody>");
        for (BlockingReport.Rule rule : rules) {
            rows.append("<tr>")
                    .append(Html.cell(rule.rule()))
                    .append(Html.number(Html.count(rule.pairs())))
                    .append("<td><svg class=\"bar\" width=\"" + BAR + "\" height=\"12\"><rect class=\"apart\" width=\""
                            + Math.max(1, BAR * rule.pairs() / most) + "\" height=\"12\"/></svg></td>")
                    .append(Html.number(Html.count(rule.skippedPairs())))
                    .append(Html.cell(worst(rule)))
                    .append("</tr>");
        }
        return rows.append("</tbody></table></div>").toString();
    }

    private String worst(BlockingReport.Rule rule) {
        return rule.worst().stream()
                .findFirst()
                .map(key -> (reveal ? key.values() : LinkSummary.masked(key.values())) + " × " + key.rows())
                .orElse("");
    }
}
