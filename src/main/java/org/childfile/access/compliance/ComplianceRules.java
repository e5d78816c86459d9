package org.childfile.access.compliance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;

/**
 * What must be done by when: {@code mappings/compliance.yaml}.
 *
 * @param breaches kinds of breaches by name, in the order of the file
 * @param reviewWithin after so long at most an impact assessment is looked at again
 */
public record ComplianceRules(Map<String, BreachKind> breaches, Duration reviewWithin) {

    private static final int VERSION = 1;
    private static final Duration A_YEAR = Duration.ofDays(365);

    public ComplianceRules {
        breaches = Collections.unmodifiableMap(new LinkedHashMap<>(breaches));
    }

    /** A kind of breach and what must be done about it. */
    public record BreachKind(String zh, String en, List<Step> steps) {
        public BreachKind {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Something that must be done.
     *
     * @param within counted from when the breach was noticed
     * @param source the rule that asks for it
     */
    public record Step(String id, String zh, String en, Duration within, String source) {}

    /** Reads the file of a directory; mistakes go to {@code problems}. Without it there is no kind of breach. */
    public static ComplianceRules read(Path directory, Problems problems) {
        Path file = directory.resolve("compliance.yaml");
        if (!Files.exists(file)) {
            return new ComplianceRules(Map.of(), A_YEAR);
        }
        Section root = Section.read(file, problems);
        if (root.integer("version", 0, 1, VERSION) != VERSION) {
            root.problem("version", "expected version: " + VERSION);
        }
        Map<String, BreachKind> kinds = new LinkedHashMap<>();
        Section breaches = root.section("breach");
        for (String kind : breaches.keys()) {
            kinds.put(kind, kind(breaches, kind));
        }
        if (kinds.isEmpty()) {
            root.problem("breach", "names no kind of breach");
        }
        ComplianceRules rules =
                new ComplianceRules(kinds, root.section("assessment").duration("review-within", A_YEAR));
        root.done();
        return rules;
    }

    private static BreachKind kind(Section breaches, String name) {
        Section section = breaches.section(name);
        if (!name.matches("[a-z][a-z-]{1,30}")) {
            breaches.problem(name, "allowed are lower-case letters and dashes");
        }
        Section title = section.section("title");
        Section steps = section.section("steps");
        List<Step> all = new ArrayList<>();
        for (String id : steps.keys()) {
            Section step = steps.section(id);
            Section words = step.section("title");
            Duration within = step.duration("within", Duration.ZERO);
            if (within.isZero()) {
                step.problem("within", "a time is needed, such as 4h");
            }
            all.add(new Step(id, words.text("zh"), words.text("en"), within, step.text("source")));
        }
        if (all.isEmpty()) {
            section.problem("steps", "names nothing that must be done");
        }
        return new BreachKind(title.text("zh"), title.text("en"), all);
    }

    Optional<Step> step(String kind, String id) {
        return Optional.ofNullable(breaches.get(kind))
                .flatMap(each -> each.steps().stream()
                        .filter(step -> step.id().equals(id))
                        .findFirst());
    }
}
