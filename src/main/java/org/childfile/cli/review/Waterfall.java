package org.childfile.cli.review;

import java.util.Locale;
import java.util.stream.DoubleStream;
import org.childfile.cli.terminal.Html;
import org.childfile.cli.terminal.Messages;
import org.childfile.cli.terminal.Words;
import org.childfile.files.identity.Explanation;
import org.childfile.files.identity.Explanation.Contribution;

/**
 * An explanation as a waterfall of bars, in SVG: each bar begins where the one above it ended, the last is the total, and
 * two lines mark the thresholds.
 */
final class Waterfall {

    private static final int WIDTH = 760;
    private static final int LABELS = 220;
    private static final int ROW = 28;
    private static final int TOP = 34;
    private static final int EDGE = 84;

    private final Messages messages;
    private final Words words;
    private final StringBuilder svg = new StringBuilder();
    private final double least;
    private final double most;

    private Waterfall(Messages messages, Explanation explanation) {
        this.messages = messages;
        this.words = new Words(messages);
        double sum = explanation.prior();
        double low = Math.min(0, sum);
        double high = Math.max(explanation.join(), sum);
        for (Contribution part : explanation.contributions()) {
            sum += part.bits();
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        this.least = DoubleStream.of(low, explanation.review(), explanation.total())
                .min()
                .orElse(low);
        this.most = Math.max(high, explanation.total());
    }

    static String of(Messages messages, Explanation explanation) {
        return new Waterfall(messages, explanation).draw(explanation);
    }

    private String draw(Explanation explanation) {
        int rows = explanation.contributions().size() + 2;
        int height = TOP + rows * ROW + 12;
        svg.append("<svg role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n"
                .formatted(WIDTH, height, WIDTH, height));
        line("axis", 0, TOP - 4, height - 8);
        threshold("review", explanation.review(), height, "end");
        threshold("join", explanation.join(), height, "start");
        double sum = explanation.prior();
        bar(0, words.comparison("prior"), "", "prior", 0, sum);
        int row = 1;
        for (Contribution part : explanation.contributions()) {
            String kind = part.bits() >= 0 ? "for" : "against";
            bar(row, words.comparison(part.comparison()), words.level(part.level()), kind, sum, sum + part.bits());
            sum += part.bits();
            row++;
        }
        bar(row, messages.text("explain.total"), "", "total", 0, explanation.total());
        return svg.append("</svg>\n").toString();
    }

    private void threshold(String name, double bits, int height, String anchor) {
        line(name, bits, TOP - 4, height - 8);
        int shift = anchor.equals("end") ? -4 : 4;
        label("threshold", x(bits) + shift, TOP - 12, anchor, messages.text("explain." + name, Words.bits(bits)));
    }

    private void bar(int row, String comparison, String level, String kind, double from, double to) {
        int y = TOP + row * ROW;
        int middle = y + ROW / 2 + 4;
        label("name", 4, middle, "start", comparison);
        label("level", LABELS - 12, middle, "end", level);
        double left = x(Math.min(from, to));
        double width = Math.max(1.5, x(Math.max(from, to)) - left);
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>\n",
                kind,
                left,
                y + 5,
                width,
                ROW - 10));
        boolean right = to >= from;
        label("bits", right ? left + width + 5 : left - 5, middle, right ? "start" : "end", Words.bits(to - from));
    }

    private void line(String kind, double bits, int from, int to) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>\n",
                kind,
                x(bits),
                x(bits),
                from,
                to));
    }

    private void label(String kind, double x, int y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>\n",
                kind,
                x,
                y,
                anchor,
                Html.escaped(text)));
    }

    private double x(double bits) {
        return LABELS + EDGE + (bits - least) / (most - least) * (WIDTH - LABELS - 2 * EDGE);
    }
}
