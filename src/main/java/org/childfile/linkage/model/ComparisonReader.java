package org.childfile.linkage.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.childfile.linkage.comparison.Relations;
import org.childfile.settings.Section;
import org.jspecify.annotations.Nullable;

/** Reads the comparisons of a model. */
final class ComparisonReader {

    /** A pair's level of a comparison must fit into a byte, beside the one for a missing value. */
    private static final int MOST_LEVELS = 60;

    private final Section section;
    private final ModelReader.Names names;
    private final List<Comparison> read = new ArrayList<>();

    ComparisonReader(Section section, ModelReader.Names names) {
        this.section = section;
        this.names = names;
    }

    List<Comparison> comparisons() {
        for (String name : section.keys()) {
            Section comparison = section.section(name);
            String of = comparison.text("of", name);
            names.field(of, comparison, "of");
            PatternReader patterns = new PatternReader(read);
            read.add(new Comparison(
                    name,
                    of,
                    levels(name, of, comparison),
                    patterns.read(comparison, "unless"),
                    patterns.read(comparison, "only-if"),
                    patterns.read(comparison, "included-in")));
        }
        return read;
    }

    private List<Level> levels(String name, String of, Section comparison) {
        boolean terms = comparison.flag("terms", false);
        List<Level> levels = new ArrayList<>();
        Set<String> labels = new TreeSet<>(Set.of(Level.MISSING));
        for (Section section : comparison.sections("levels", "is")) {
            Level level = level(of, section, terms && levels.isEmpty());
            if (!levels.isEmpty() && levels.getLast().isElse()) {
                section.problem("is", "nothing is left for a level after " + Level.ELSE);
            }
            if (!labels.add(level.label())) {
                section.problem("is", "the level " + level.label() + " can never apply: an earlier one has taken it");
            }
            levels.add(level);
        }
        if (levels.isEmpty() || levels.getFirst().isElse() || levels.size() > MOST_LEVELS) {
            section.problem(name, "levels: a comparison has 1 to " + MOST_LEVELS + " levels beside " + Level.ELSE);
        }
        if (levels.isEmpty() || !levels.getLast().isElse()) {
            levels.add(new Level(List.of(Level.ELSE), of, of, false, Level.ELSE, false, false, null));
        }
        return levels;
    }

    private Level level(String comparisonOf, Section level, boolean terms) {
        List<String> is = level.texts("is");
        if (is.isEmpty()) {
            level.problem("is", "a level says which relation holds");
        }
        for (String relation : is) {
            if (!relation.equals(Level.ELSE) && Relations.find(relation).isEmpty()) {
                level.problem("is", ModelReader.Names.unknown("relation", relation, Relations.names()));
            }
        }
        String of = level.text("of", comparisonOf);
        String with = level.text("with", of);
        names.field(of, level, "of");
        names.field(with, level, "with");
        boolean both = level.flag("both", false);
        if (both && with.equals(of)) {
            level.problem("both", "a level that must hold both ways round looks at another field: with is missing");
        }
        String label = String.join(" or ", is)
                + (of.equals(comparisonOf) ? "" : " " + of)
                + (with.equals(of) ? "" : " with " + with)
                + (both ? " both" : "");
        Optional<String> called = level.optionalText("called");
        return new Level(
                is, of, with, both, called.orElse(label), called.isPresent(), level.flag("terms", terms), odds(level));
    }

    private static Level.@Nullable Odds odds(Section level) {
        if (level.has("m") != level.has("u")) {
            level.problem(level.has("m") ? "m" : "u", "m and u are given together or not at all");
        }
        Optional<Double> m = level.decimal("m", 0, 1);
        Optional<Double> u = level.decimal("u", 0, 1);
        return m.isPresent() && u.isPresent() ? new Level.Odds(m.get(), u.get()) : null;
    }
}
