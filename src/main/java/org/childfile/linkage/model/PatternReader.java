package org.childfile.linkage.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.childfile.settings.Section;

/** Reads levels of comparisons that must be met together, among the comparisons that stand before. */
final class PatternReader {

    private final List<Comparison> comparisons;

    PatternReader(List<Comparison> comparisons) {
        this.comparisons = List.copyOf(comparisons);
    }

    /** The pattern under a key; absent is {@link Comparison.Pattern#NONE}. */
    Comparison.Pattern read(Section section, String key) {
        return section.has(key) ? read(section.section(key)) : Comparison.Pattern.NONE;
    }

    Comparison.Pattern read(Section section) {
        Map<String, Set<String>> all = new TreeMap<>();
        for (String name : section.keys()) {
            Set<String> labels = new LinkedHashSet<>(section.texts(name));
            Optional<Comparison> comparison = comparisons.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst();
            if (comparison.isEmpty()) {
                List<String> known = comparisons.stream().map(Comparison::name).toList();
                section.problem(
                        name,
                        "no such comparison stands before" + Section.hint(name, known) + "; there are "
                                + String.join(", ", known));
            } else {
                levels(name, labels, comparison.get(), section);
            }
            all.put(name, labels);
        }
        return new Comparison.Pattern(all);
    }

    private static void levels(String name, Set<String> labels, Comparison comparison, Section section) {
        List<String> known =
                new ArrayList<>(comparison.levels().stream().map(Level::label).toList());
        known.add(Level.MISSING);
        if (labels.isEmpty()) {
            section.problem(name, "names no level; there are " + String.join(", ", known));
        }
        for (String label : labels) {
            if (!known.contains(label)) {
                section.problem(
                        name,
                        "no such level: " + label + Section.hint(label, known) + "; there are "
                                + String.join(", ", known));
            }
        }
    }
}
