package org.childfile.linkage.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a model as the file that reads as the same model. */
public final class ModelWriter {

    private final LinkModel model;
    private final StringBuilder out = new StringBuilder(4096);

    ModelWriter(LinkModel model) {
        this.model = model;
    }

    /** A number that is a probability, of six figures, as it reads again. */
    public static double rounded(double probability) {
        return new BigDecimal(probability).round(new MathContext(6)).doubleValue();
    }

    String written() {
        line(0, "version: " + LinkModel.VERSION);
        line(0, "link: " + model.link().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        line(0, "max-block: " + model.maxBlock());
        line(0, "fields:");
        model.fields().forEach(this::field);
        line(0, "blocks:");
        for (Block block : model.blocks()) {
            line(1, "- " + list(block.terms().stream().map(Block.Term::written).toList()));
        }
        line(0, "comparisons:");
        model.comparisons().forEach(this::comparison);
        if (!model.vetoes().isEmpty()) {
            line(0, "vetoes:");
            model.vetoes().forEach(veto -> line(1, "- " + veto(veto)));
        }
        if (!model.asks().isEmpty()) {
            line(0, "asks:");
            model.asks().forEach(ask -> line(1, "- " + ask(ask)));
        }
        DecisionThresholds decision = model.decision();
        line(
                0,
                "decision: {join: " + decision.join() + ", review: " + decision.review() + ", bridge: "
                        + decision.bridge() + ", clear: " + decision.clear()
                        + (decision.siblings().equals(DecisionThresholds.Siblings.NONE)
                                ? ""
                                : ", siblings: {share: "
                                        + list(decision.siblings().share()) + ", differ: "
                                        + list(decision.siblings().differ()) + "}")
                        + (decision.group() == Integer.MAX_VALUE ? "" : ", group: " + decision.group()) + "}");
        if (model.prior() != null) {
            line(0, "prior: " + number(model.prior()));
        }
        return out.toString();
    }

    private void field(Field field) {
        String text = "from: " + list(field.from()) + ", as: " + text(field.as());
        if (!field.common().equals(Field.Common.NEVER)) {
            text += ", common: " + field.common().written();
        }
        Field.Owner owner = field.owner();
        if (owner != null) {
            text += ", own-by: {field: " + text(owner.field()) + ", derive: " + text(owner.derivation()) + ", is: "
                    + text(owner.relation()) + "}";
        }
        line(1, text(field.name()) + ": {" + text + "}");
    }

    private void comparison(Comparison comparison) {
        line(1, text(comparison.name()) + ":");
        line(2, "of: " + text(comparison.of()));
        line(2, "levels:");
        for (Level level : comparison.levels()) {
            line(3, "- {" + level(level, comparison) + "}");
        }
        pattern("unless", comparison.unless());
        pattern("only-if", comparison.onlyIf());
        pattern("included-in", comparison.includedIn());
    }

    private static String level(Level level, Comparison comparison) {
        String text = "is: " + (level.is().size() == 1 ? text(level.is().getFirst()) : list(level.is()));
        if (!level.of().equals(comparison.of())) {
            text += ", of: " + text(level.of());
        }
        if (!level.with().equals(level.of())) {
            text += ", with: " + text(level.with());
        }
        if (level.both()) {
            text += ", both: true";
        }
        if (level.named()) {
            text += ", called: " + text(level.label());
        }
        if (level.terms()) {
            text += ", terms: true";
        }
        Level.Odds odds = level.odds();
        return odds == null ? text : text + ", m: " + number(odds.m()) + ", u: " + number(odds.u());
    }

    private void pattern(String key, Comparison.Pattern pattern) {
        if (!pattern.isEmpty()) {
            line(2, key + ": " + levels(pattern.levels()));
        }
    }

    private static String veto(Veto veto) {
        return switch (veto) {
            case Veto.Differ differ ->
                "{differ: " + text(differ.field())
                        + (differ.askIf().isEmpty()
                                ? ""
                                : ", ask-if: " + levels(differ.askIf().levels())) + "}";
            case Veto.Met met ->
                "{all: " + levels(met.all().levels())
                        + (met.called().isEmpty() ? "" : ", called: " + text(met.called())) + "}";
        };
    }

    private static String ask(ReviewRules ask) {
        return switch (ask) {
            case ReviewRules.Met met ->
                "{all: " + levels(met.all().levels()) + (met.groups() ? ", groups: true" : "") + ", called: "
                        + text(met.called()) + "}";
            case ReviewRules.Shared shared ->
                "{shares: " + text(shared.field()) + ", where: " + text(shared.where()) + ", called: "
                        + text(shared.called()) + "}";
        };
    }

    private static String levels(Map<String, Set<String>> levels) {
        return levels.entrySet().stream()
                .map(each -> text(each.getKey()) + ": " + list(each.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String list(Collection<String> texts) {
        return texts.stream().map(ModelWriter::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A plain scalar where YAML reads it as the same text, else a quoted one. */
    private static String text(String text) {
        boolean plain = text.matches("[\\p{L}_][\\p{L}\\p{N}_-]*( [\\p{L}\\p{N}_.-]+)*")
                && !List.of("true", "false", "null", "yes", "no").contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String number(double value) {
        return Double.toString(value);
    }

    private void line(int depth, String text) {
        out.repeat("  ", depth).append(text).append('\n');
    }
}
