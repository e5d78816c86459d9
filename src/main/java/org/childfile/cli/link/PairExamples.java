package org.childfile.cli.link;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.childfile.access.privacy.Masking;
import org.childfile.cli.terminal.Html;
import org.childfile.cli.terminal.Messages;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.matching.Matcher;
import org.childfile.linkage.matching.WeightBreakdown;
import org.childfile.linkage.model.Field;
import org.childfile.linkage.run.Linked;
import org.childfile.linkage.table.PeopleTable;

/** The largest clusters, and an example of every frequent way in which pairs agree. */
final class PairExamples {

    private static final int SAMPLE = 20_000;
    private static final int MOST_PATTERNS = 20;
    private static final int MOST_CLUSTERS = 8;
    private static final int MOST_ROWS = 12;

    private final Linked linked;
    private final Messages messages;
    private final boolean reveal;
    private final PeopleTable table;
    private final List<String> fields;

    PairExamples(Linked linked, Messages messages, boolean reveal) {
        this.linked = linked;
        this.messages = messages;
        this.reveal = reveal;
        this.table = linked.matcher().table();
        this.fields = table.model().fields().stream().map(Field::name).toList();
    }

    /** Pairs that agree alike, of which one is shown. */
    private static final class Alike {
        private final int a;
        private final int b;
        private final WeightBreakdown explanation;
        private int pairs = 1;

        Alike(int a, int b, WeightBreakdown explanation) {
            this.a = a;
            this.b = b;
            this.explanation = explanation;
        }

        int pairs() {
            return pairs;
        }
    }

    /** The frequent patterns of a sample of the pairs, most frequent first. */
    String patterns() {
        Map<String, Alike> patterns = new LinkedHashMap<>();
        Edges edges = linked.edges();
        Matcher.Explainer explainer = linked.matcher().explainer();
        int step = Math.max(1, edges.size() / SAMPLE);
        for (int i = 0; i < edges.size(); i += step) {
            WeightBreakdown explanation = explainer.explain(edges.lower(i), edges.upper(i));
            String levels = explanation.steps().stream()
                    .map(WeightBreakdown.Step::level)
                    .collect(Collectors.joining("\n"));
            Alike known = patterns.get(levels);
            if (known == null) {
                patterns.put(levels, new Alike(edges.lower(i), edges.upper(i), explanation));
            } else {
                known.pairs++;
            }
        }
        return patterns.values().stream()
                .sorted(Comparator.comparingInt(Alike::pairs).reversed())
                .limit(MOST_PATTERNS)
                .map(each -> pattern(each, step))
                .collect(Collectors.joining())
                .replaceFirst("<details>", "<details open>");
    }

    private String pattern(Alike alike, int step) {
        String verdict = switch (alike.explanation.verdict()) {
            case JOIN -> "join";
            case REVIEW -> "review";
            case APART -> "apart";
        };
        String steps = alike.explanation.steps().stream()
                .map(each -> Html.element(
                        "span",
                        "chip " + (each.bits() + each.rarity() > 0 ? "for" : each.bits() < 0 ? "contra" : "none"),
                        Html.escaped(each.comparison() + ": " + each.level())
                                + String.format(Locale.ROOT, " <b>%+.1f</b>", each.bits() + each.rarity())))
                .collect(Collectors.joining(" "));
        String head = Html.element("b", "verdict " + verdict, Html.escaped(messages.text("verdict." + verdict)))
                + String.format(
                        Locale.ROOT,
                        " %+.1f · %.4f · %s",
                        alike.explanation.weight(),
                        alike.explanation.probability(),
                        Html.escaped(messages.text("report.such-pairs", alike.pairs * (long) step)));
        return "<details><summary>" + head + "</summary>" + Html.element("p", "", steps)
                + rows(IntStream.of(alike.a, alike.b)) + "</details>";
    }

    /** The largest clusters with their first rows. */
    String clusters() {
        int[] sizes = linked.sizes();
        int[] numbers = linked.numbers();
        int[] of = linked.clusters().of();
        return IntStream.range(0, sizes.length)
                .filter(row -> sizes[row] > 1)
                .boxed()
                .sorted(Comparator.comparingInt((Integer row) -> -sizes[row]).thenComparing(row -> row))
                .limit(MOST_CLUSTERS)
                .map(root -> "<details><summary>"
                        + Html.escaped(messages.text("report.cluster", numbers[root], sizes[root]))
                        + "</summary>"
                        + rows(IntStream.range(root, of.length)
                                .filter(row -> of[row] == root)
                                .limit(MOST_ROWS))
                        + "</details>")
                .collect(Collectors.joining())
                .replaceFirst("<details>", "<details open>");
    }

    private String rows(IntStream rows) {
        String head = fields.stream()
                .map(field -> Html.element("th", "", Html.escaped(field)))
                .collect(Collectors.joining());
        String body = rows.mapToObj(row -> Html.element(
                        "tr",
                        "",
                        Html.cell(linked.sources().get(table.source(row)))
                                + Html.cell(reveal ? table.id(row) : Masking.text(table.id(row)))
                                + fields.stream()
                                        .map(field -> Html.cell(values(row, field)))
                                        .collect(Collectors.joining())))
                .collect(Collectors.joining());
        return "<div class=\"wide\"><table class=\"people\"><thead><tr><th>source</th><th>id</th>" + head
                + "</tr></thead><tbody>" + body + "</tbody></table></div>";
    }

    private String values(int row, String field) {
        return table.values(row, field).stream()
                .map(value -> reveal ? value : Masking.text(value))
                .collect(Collectors.joining(", "));
    }
}
