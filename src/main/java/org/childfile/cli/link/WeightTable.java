package org.childfile.cli.link;

import java.util.Locale;
import org.childfile.cli.terminal.Html;
import org.childfile.cli.terminal.Messages;
import org.childfile.linkage.model.Comparison;
import org.childfile.linkage.model.Level;
import org.childfile.linkage.model.LinkModel;

/** What every level of every comparison is worth, as bars beside numbers. */
final class WeightTable {

    private static final double FULL_BITS = 20;
    private static final int SIDE = 90;
    private static final int SHARE = 80;

    private final LinkModel model;
    private final Messages messages;

    WeightTable(LinkModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    String html() {
        StringBuilder out = new StringBuilder("<div class=\"wide\"><table><thead><tr>");
        for (String head : new String[] {"report.comparison", "report.level"}) {
            out.append(Html.element("th", "", Html.escaped(messages.text(head))));
        }
        out.append("<th class=\"n\">m</th><th></th><th class=\"n\">u</th><th></th>")
                .append(Html.element("th", "n", Html.escaped(messages.text("report.weight"))))
                .append("<th></th></tr></thead><tbody>");
        for (Comparison comparison : model.comparisons()) {
            boolean first = true;
            for (Level level : comparison.levels()) {
                out.append("<tr").append(first ? " class=\"first\">" : ">");
                out.append(Html.cell(first ? comparison.name() : ""));
                row(out, level);
                out.append("</tr>");
                first = false;
            }
        }
        return out.append("</tbody></table></div>").toString();
    }

    private void row(StringBuilder out, Level level) {
        out.append(Html.cell(level.label() + (level.terms() ? " ★" : "")));
        Level.Odds odds = level.odds();
        if (odds == null) {
            out.append("<td colspan=\"6\"></td>");
            return;
        }
        out.append(Html.number(Html.share(odds.m()))).append(shareBar(odds.m(), "join"));
        out.append(Html.number(Html.share(odds.u()))).append(shareBar(odds.u(), "apart"));
        out.append(Html.number(String.format(Locale.ROOT, "%+.2f", odds.bits())));
        out.append(weightBar(odds.bits()));
    }

    private static String shareBar(double share, String styled) {
        return String.format(
                Locale.ROOT,
                "<td><svg class=\"bar\" width=\"%d\" height=\"12\"><rect class=\"%s\" width=\"%.1f\" height=\"12\"/>"
                        + "</svg></td>",
                SHARE,
                styled,
                Math.max(0.5, share * SHARE));
    }

    private static String weightBar(double bits) {
        double width = Math.min(1, Math.abs(bits) / FULL_BITS) * SIDE;
        return String.format(
                Locale.ROOT,
                "<td><svg class=\"bar\" width=\"%d\" height=\"12\"><rect class=\"%s\" x=\"%.1f\" width=\"%.1f\""
                        + " height=\"12\"/><line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"0\" y2=\"12\"/></svg></td>",
                2 * SIDE,
                bits >= 0 ? "join" : "against",
                bits >= 0 ? SIDE : SIDE - width,
                width,
                SIDE,
                SIDE);
    }
}
