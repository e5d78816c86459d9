package org.childfile.linkage.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.childfile.linkage.comparison.Derivations;
import org.childfile.settings.Section;

/** Reads a model; every mistake becomes a problem with its line. */
final class ModelReader {

    private static final int MOST_BLOCKS = 64;

    private final Section root;
    private final Names names;

    ModelReader(Section root) {
        this.root = root;
        this.names = new Names(root.section("fields").keys());
    }

    LinkModel model() {
        if (!root.has("version")) {
            root.problem("version", "the key is missing; the present version is " + LinkModel.VERSION);
        }
        root.integer("version", LinkModel.VERSION, LinkModel.VERSION, LinkModel.VERSION);
        List<Field> fields = new FieldReader(root.section("fields"), names).fields();
        if (fields.isEmpty()) {
            root.problem("fields", "a model reads at least one field");
        }
        List<Comparison> comparisons = new ComparisonReader(root.section("comparisons"), names).comparisons();
        if (comparisons.isEmpty()) {
            root.problem("comparisons", "a model compares at least one field");
        }
        LinkModel model = new LinkModel(
                root.file(),
                root.choice("link", LinkModel.Link.class, LinkModel.Link.ALL),
                root.integer("max-block", 2000, 2, 1_000_000),
                fields,
                blocks(),
                comparisons,
                vetoes(comparisons),
                asks(comparisons),
                decision(root.section("decision"), comparisons),
                root.decimal("prior", 0, 1).orElse(null));
        root.done();
        return model;
    }

    private List<Block> blocks() {
        List<List<String>> rules = root.textLists("blocks");
        if (rules.isEmpty() || rules.size() > MOST_BLOCKS) {
            root.problem("blocks", "found " + rules.size() + " rules, allowed are 1 to " + MOST_BLOCKS);
        }
        List<Block> blocks = new ArrayList<>();
        for (List<String> rule : rules) {
            if (rule.isEmpty()) {
                root.problem("blocks", "a rule names no field; without one every row would meet every other");
            }
            blocks.add(new Block(rule.stream().map(this::term).toList()));
        }
        return blocks;
    }

    private Block.Term term(String written) {
        int colon = written.indexOf(':');
        String derivation = colon < 0 ? null : written.substring(colon + 1).strip();
        if (derivation != null && Derivations.find(derivation).isEmpty()) {
            root.problem("blocks", Names.unknown("derivation", derivation, Derivations.names()));
        }
        List<String> fields = Arrays.stream((colon < 0 ? written : written.substring(0, colon)).split("\\|"))
                .map(String::strip)
                .toList();
        fields.forEach(field -> names.field(field, root, "blocks"));
        return new Block.Term(fields, derivation);
    }

    private List<Veto> vetoes(List<Comparison> comparisons) {
        PatternReader patterns = new PatternReader(comparisons);
        List<Veto> vetoes = new ArrayList<>();
        for (Section veto : root.sections("vetoes", "differ")) {
            if (veto.has("differ") == veto.has("all")) {
                root.problem("vetoes", "a veto has either differ or all");
            }
            veto.optionalText("differ").ifPresent(field -> {
                names.field(field, veto, "differ");
                vetoes.add(new Veto.Differ(field, patterns.read(veto, "ask-if")));
            });
            if (veto.has("all")) {
                vetoes.add(new Veto.Met(patterns.read(veto.section("all")), veto.text("called", "")));
            }
        }
        return vetoes;
    }

    private List<ReviewRules> asks(List<Comparison> comparisons) {
        PatternReader patterns = new PatternReader(comparisons);
        List<ReviewRules> asks = new ArrayList<>();
        for (Section ask : root.sections("asks", "shares")) {
            String called = ask.text("called");
            if (ask.has("shares") == ask.has("all")) {
                root.problem("asks", "an entry has either shares or all");
            } else if (ask.has("all")) {
                asks.add(new ReviewRules.Met(patterns.read(ask.section("all")), ask.flag("groups", false), called));
            } else {
                String field = ask.text("shares");
                String where = ask.text("where", field);
                names.field(field, ask, "shares");
                names.field(where, ask, "where");
                asks.add(new ReviewRules.Shared(field, where, called));
            }
        }
        return asks;
    }

    private static DecisionThresholds decision(Section section, List<Comparison> comparisons) {
        double join = section.decimal("join", 0, 1).orElse(0.99);
        double review = section.decimal("review", 0, 1).orElse(Math.min(join, 0.5));
        if (review > join) {
            section.problem("review", "found " + review + ", which is above join (" + join + "); review comes first");
        }
        List<String> named = comparisons.stream().map(Comparison::name).toList();
        DecisionThresholds.Siblings siblings = DecisionThresholds.Siblings.NONE;
        if (section.has("siblings")) {
            Section told = section.section("siblings");
            siblings = new DecisionThresholds.Siblings(
                    comparisons(told, "share", named), comparisons(told, "differ", named));
        }
        return new DecisionThresholds(
                join,
                review,
                section.decimal("bridge", -100, 100).orElse(0.0),
                section.decimal("clear", -1, 100).orElse(3.0),
                siblings,
                section.integer("group", Integer.MAX_VALUE, 2, Integer.MAX_VALUE));
    }

    private static List<String> comparisons(Section section, String key, List<String> known) {
        List<String> named = section.texts(key);
        if (named.isEmpty()) {
            section.problem(key, "expected names of comparisons");
        }
        named.stream()
                .filter(comparison -> !known.contains(comparison))
                .forEach(comparison -> section.problem(key, Names.unknown("comparison", comparison, known)));
        return named;
    }

    /** The names that a model defines, for its other parts. */
    record Names(List<String> fields) {

        Names(Collection<String> fields) {
            this(List.copyOf(fields));
        }

        /** Tells of a field that the model does not define. */
        void field(String field, Section section, String key) {
            if (!fields.contains(field)) {
                section.problem(key, unknown("field", field, fields));
            }
        }

        private static String name(String written) {
            int blank = written.indexOf(' ');
            return blank < 0 ? written : written.substring(0, blank);
        }

        /** What is wrong with a word that is not among those allowed; its arguments apart. */
        static String unknown(String kind, String word, Collection<String> allowed) {
            List<String> plain = allowed.stream().map(Names::name).toList();
            String hint = plain.contains(name(word)) ? "" : Section.hint(name(word), plain);
            return "no such " + kind + ": " + word + hint + "; there are " + String.join(", ", allowed);
        }
    }
}
