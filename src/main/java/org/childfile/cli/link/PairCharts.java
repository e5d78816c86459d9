package org.childfile.cli.link;

import java.util.Locale;
import org.childfile.cli.terminal.Html;
import org.childfile.cli.terminal.Messages;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.matching.Evaluation;
import org.childfile.linkage.model.DecisionThresholds;
import org.childfile.linkage.run.Linked;

/** How the weights of pairs lie, and what each threshold would be worth. */
final class PairCharts {

    private static final int MOST_BITS = 80;

    private final Linked linked;
    private final Messages messages;
    private final Edges edges;
    private final DecisionThresholds decision;

    PairCharts(Linked linked, Messages messages) {
        this.linked = linked;
        this.messages = messages;
        this.edges = linked.edges();
        this.decision = linked.matcher().model().decision();
    }

    /** How many pairs have which weight, a bar a bit; empty where there are none. */
    String weights() {
        if (edges.size() == 0) {
            return Html.element("p", "", Html.escaped(messages.text("none")));
        }
        int low = bin(edges.size() - 1);
        int high = bin(0) + 1;
        int[] counts = new int[high - low];
        int most = 0;
        for (int i = 0; i < edges.size(); i++) {
            most = Math.max(most, ++counts[bin(i) - low]);
        }
        Plot plot = new Plot(low, high, 0, root(most));
        for (int tick : new int[] {0, most / 16, most / 4, most}) {
            plot.tickY(root(tick), Html.count(tick));
        }
        for (int bin = low; bin < high; bin++) {
            String styled =
                    bin + 0.5 >= decision.joinBits() ? "join" : bin + 0.5 >= decision.reviewBits() ? "review" : "apart";
            plot.bar(bin, bin + 1, root(counts[bin - low]), styled, bin + " – " + (bin + 1) + ": " + counts[bin - low]);
        }
        ticks(plot, low, high);
        return thresholds(plot).svg(messages.text("report.bits"));
    }

    private int bin(int edge) {
        return (int) Math.floor(Math.clamp(edges.weight(edge), -MOST_BITS, MOST_BITS));
    }

    /** The axis of counts is one of square roots, so that few pairs are seen beside many. */
    private static double root(int count) {
        return Math.sqrt(count);
    }

    private static void ticks(Plot plot, int low, int high) {
        int step = high - low > 60 ? 20 : high - low > 24 ? 10 : 5;
        for (int at = Math.ceilDiv(low, step) * step; at <= high; at += step) {
            plot.tickX(at, Integer.toString(at));
        }
    }

    private Plot thresholds(Plot plot) {
        return plot.mark(decision.reviewBits(), messages.text("report.review") + " " + decision.review(), 0)
                .mark(decision.joinBits(), messages.text("report.join") + " " + decision.join(), 1);
    }

    /** Precision and recall by threshold: the true ones where the truth is known, else what the model expects of itself. */
    String curves() {
        if (edges.size() == 0) {
            return "";
        }
        Evaluation evaluation = linked.evaluation();
        double[][] curves = evaluation == null ? expected() : measured(evaluation);
        double low = curves[0][0];
        double high = curves[0][curves[0].length - 2];
        double bottom = bottom(curves);
        Plot plot = new Plot(low, high, bottom, 1);
        for (int tick = 0; tick <= 4; tick++) {
            double at = bottom + (1 - bottom) * tick / 4;
            plot.tickY(at, String.format(Locale.ROOT, "%.3f", at));
        }
        ticks(plot, (int) Math.ceil(low), (int) Math.floor(high));
        plot.line(curves[0], "precision").line(curves[1], "recall");
        String legend = Html.element("span", "key precision", Html.escaped(messages.text("link.precision")))
                + Html.element("span", "key recall", Html.escaped(messages.text("link.recall")));
        return Html.element("p", "", legend) + thresholds(plot).svg(messages.text("report.threshold"));
    }

    /** Where the axis begins: a tenth below the worst point, as good curves would all lie on the edge. */
    private static double bottom(double[][] curves) {
        double worst = 1;
        for (double[] curve : curves) {
            for (int i = 1; i < curve.length; i += 2) {
                worst = Math.min(worst, curve[i]);
            }
        }
        return Math.max(0, Math.floor(worst * 10 - 0.5) / 10);
    }

    private static double[][] measured(Evaluation evaluation) {
        int size = evaluation.thresholds().size();
        double[] precision = new double[2 * size];
        double[] recall = new double[2 * size];
        for (int i = 0; i < size; i++) {
            Evaluation.Threshold each = evaluation.thresholds().get(size - 1 - i);
            precision[2 * i] = DecisionThresholds.bits(each.probability());
            precision[2 * i + 1] = each.measure().precision();
            recall[2 * i] = precision[2 * i];
            recall[2 * i + 1] = each.measure().recall();
        }
        return new double[][] {precision, recall};
    }

    private double[][] expected() {
        int low = bin(edges.size() - 1);
        int high = Math.max(low + 1, Math.min(bin(0), 25));
        double all = 0;
        for (int i = 0; i < edges.size(); i++) {
            all += DecisionThresholds.probability(edges.weight(i));
        }
        double[] precision = new double[2 * (high - low + 1)];
        double[] recall = precision.clone();
        double right = 0;
        int found = 0;
        for (int bits = high; bits >= low; bits--) {
            for (; found < edges.size() && edges.weight(found) >= bits; found++) {
                right += DecisionThresholds.probability(edges.weight(found));
            }
            int at = 2 * (bits - low);
            precision[at] = bits;
            precision[at + 1] = found == 0 ? 1 : right / found;
            recall[at] = bits;
            recall[at + 1] = all == 0 ? 1 : right / all;
        }
        return new double[][] {precision, recall};
    }
}
