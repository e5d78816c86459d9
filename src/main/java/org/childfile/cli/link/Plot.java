package org.childfile.cli.link;

import java.util.Locale;
import org.childfile.cli.terminal.Html;

/** A drawing area of an SVG chart with two axes; what is drawn is in the units of the axes. */
final class Plot {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 296;
    private static final int LEFT = 56;
    private static final int BOTTOM = 40;
    /** Room for two rows of words above what is drawn, so that they cover none of it. */
    private static final int TOP = 46;

    private static final int ROW = 16;
    private static final int RIGHT = 14;

    private final double fromX;
    private final double toX;
    private final double fromY;
    private final double toY;
    private final StringBuilder body = new StringBuilder();

    Plot(double fromX, double toX, double fromY, double toY) {
        this.fromX = fromX;
        this.fromY = fromY;
        this.toX = Math.max(toX, fromX + 1e-9);
        this.toY = Math.max(toY, fromY + 1e-9);
    }

    private double x(double value) {
        return LEFT + (value - fromX) / (toX - fromX) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return TOP + (toY - value) / (toY - fromY) * (HEIGHT - TOP - BOTTOM);
    }

    private Plot draw(String drawn) {
        body.append(drawn);
        return this;
    }

    /** A bar from the bottom; {@code title} is shown when pointed at. */
    Plot bar(double from, double to, double height, String styled, String title) {
        double least = height > 0 ? 1.5 : 0;
        double tall = Math.max(least, y(fromY) - y(height));
        return draw(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                styled,
                x(from) + 0.5,
                y(fromY) - tall,
                Math.max(0.5, x(to) - x(from) - 1),
                tall,
                Html.escaped(title)));
    }

    /** A line through points, x and y in turn. */
    Plot line(double[] points, String styled) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i + 1 < points.length; i += 2) {
            path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(points[i]), y(points[i + 1])));
        }
        draw(String.format(
                Locale.ROOT,
                "<polyline class=\"%s\" points=\"%s\"/>",
                styled,
                path.toString().strip()));
        for (int i = 0; i + 1 < points.length; i += 2) {
            draw(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"><title>%.4f</title></circle>",
                    styled,
                    x(points[i]),
                    y(points[i + 1]),
                    points[i + 1]));
        }
        return this;
    }

    /** A line from top to bottom with a word above, in one of two rows. */
    Plot mark(double at, String label, int row) {
        if (at < fromX || at > toX) {
            return this;
        }
        boolean right = x(at) > WIDTH - 160;
        return draw(String.format(
                Locale.ROOT,
                "<line class=\"mark\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%.1f\"/>"
                        + "<text class=\"note\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
                x(at),
                x(at),
                ROW * row + 4,
                y(fromY),
                x(at) + (right ? -4 : 4),
                ROW * row + 14,
                right ? "end" : "start",
                Html.escaped(label)));
    }

    /** A number under the axis. */
    Plot tickX(double at, String label) {
        return draw(String.format(
                Locale.ROOT,
                "<text class=\"tick\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>",
                x(at),
                y(fromY) + 16,
                Html.escaped(label)));
    }

    /** A number beside the axis, with a faint line across. */
    Plot tickY(double at, String label) {
        return draw(String.format(
                Locale.ROOT,
                "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                        + "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                LEFT,
                WIDTH - RIGHT,
                y(at),
                y(at),
                LEFT - 6,
                y(at) + 4,
                Html.escaped(label)));
    }

    /** The whole chart; {@code label} says what the axis at the bottom is. */
    String svg(String label) {
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%s"
                        + "<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                        + "<text class=\"label\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text></svg>",
                WIDTH,
                HEIGHT,
                Html.escaped(label),
                body,
                LEFT,
                WIDTH - RIGHT,
                y(fromY),
                y(fromY),
                (LEFT + WIDTH) / 2,
                HEIGHT - 6,
                Html.escaped(label));
    }
}
