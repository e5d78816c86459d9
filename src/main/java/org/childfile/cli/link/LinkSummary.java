package org.childfile.cli.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.childfile.access.privacy.Masking;
import org.childfile.cli.terminal.Messages;
import org.childfile.cli.terminal.TextTable;
import org.childfile.linkage.matching.BlockingReport;
import org.childfile.linkage.matching.Evaluation;
import org.childfile.linkage.run.EngineLines;
import org.childfile.linkage.run.LinkCounts;
import org.childfile.linkage.run.Linked;
import org.childfile.linkage.run.StageClock;

/** Tells in a few lines what linking cost and what came of it. */
final class LinkSummary {

    private final Messages messages;

    LinkSummary(Messages messages) {
        this.messages = messages;
    }

    private String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** What the rules of blocking cost; the worst keys of those that were cut short, masked unless revealed. */
    List<String> blocking(BlockingReport report, boolean reveal) {
        TextTable table = new TextTable(text("link.rule"), text("link.pairs") + ">", text("link.skipped") + ">");
        for (BlockingReport.Rule rule : report.rules()) {
            table.row(rule.rule(), count(rule.pairs()), count(rule.skippedPairs()));
        }
        List<String> lines = new ArrayList<>(table.lines());
        for (BlockingReport.Rule rule : report.rules()) {
            if (rule.skippedPairs() > 0) {
                lines.add(text("link.exploding", rule.rule(), report.maxBlock()));
                rule.worst().stream()
                        .filter(BlockingReport.Key::skipped)
                        .forEach(key -> lines.add(
                                "  " + count(key.rows()) + "  " + (reveal ? key.values() : masked(key.values()))));
            }
        }
        return lines;
    }

    static String masked(String values) {
        return Arrays.stream(values.split(", "))
                .filter(value -> !value.isBlank())
                .map(Masking::text)
                .collect(Collectors.joining(", "));
    }

    /** Rows, pairs, clusters and the time of each stage. */
    List<String> of(LinkCounts counts, List<StageClock.Stage> stages) {
        List<String> lines = new ArrayList<>();
        lines.add(text("link.summary.rows", counts.rows(), counts.sources(), counts.clusters()));
        lines.add(text("link.summary.sizes", sizes(counts)));
        lines.add(text("link.summary.pairs", counts.compared(), counts.joined(), counts.review()));
        lines.add("");
        TextTable table = new TextTable(
                text("column.stage"),
                text("column.number") + ">",
                text("column.seconds") + ">",
                text("column.rate") + ">");
        for (StageClock.Stage stage : stages) {
            boolean counted = stage.count() > 0 && stage.seconds() > 0;
            table.row(
                    stage.name(),
                    counted ? count(stage.count()) : "",
                    String.format(Locale.ROOT, "%.2f", stage.seconds()),
                    counted ? count(Math.round(stage.count() / stage.seconds())) : "");
        }
        lines.addAll(table.lines());
        return lines;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** What the tasks of another engine cost. */
    String cost(EngineLines.Cost cost) {
        return text("link.summary.cost", cost.tasks(), cost.cpuSeconds(), cost.shuffled() / 1e6, cost.spilled() / 1e6);
    }

    private static String sizes(LinkCounts counts) {
        return counts.sizes().entrySet().stream()
                .map(each -> each.getKey() + (each.getKey() == LinkCounts.MOST_SIZES ? "+" : "") + " × "
                        + count(each.getValue()))
                .collect(Collectors.joining("   "));
    }

    /** What became of the pairs that a person decided. */
    List<String> labels(Linked linked) {
        TextTable table = new TextTable(text("link.labels"), text("link.joined") + ">", text("link.apart") + ">");
        for (boolean same : new boolean[] {true, false}) {
            table.row(
                    text(same ? "link.labels.same" : "link.labels.different"),
                    count(linked.labelled(same, true)),
                    count(linked.labelled(same, false)));
        }
        return table.lines();
    }

    /** How well it agrees with a known truth. */
    List<String> evaluation(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        TextTable measures =
                new TextTable(text("link.measure"), text("link.precision") + ">", text("link.recall") + ">", "F1>");
        measures.row(cells(text("link.measure.pairs"), evaluation.pairs()));
        measures.row(cells("B-cubed", evaluation.bCubed()));
        lines.addAll(measures.lines());
        lines.add(text("link.blocking-recall", figure(evaluation.blockingRecall())));
        lines.add("");
        TextTable thresholds = new TextTable(
                text("link.probability") + ">",
                text("link.pairs") + ">",
                text("link.precision") + ">",
                text("link.recall") + ">",
                "F1>");
        for (Evaluation.Threshold each : evaluation.thresholds()) {
            thresholds.row(
                    Double.toString(each.probability()),
                    count(each.found()),
                    figure(each.measure().precision()),
                    figure(each.measure().recall()),
                    figure(each.measure().f1()));
        }
        lines.addAll(thresholds.lines());
        return lines;
    }

    private static String[] cells(String name, Evaluation.Measure measure) {
        return new String[] {name, figure(measure.precision()), figure(measure.recall()), figure(measure.f1())};
    }

    /** A share with five places. */
    static String figure(double share) {
        return String.format(Locale.ROOT, "%.5f", share);
    }
}
