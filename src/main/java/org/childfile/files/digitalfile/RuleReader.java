package org.childfile.files.digitalfile;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;

/** Reads one file of rules. */
final class RuleReader {

    private static final int VERSION = 1;

    private final FactCatalogue catalogue;
    private final List<Read> rules = new ArrayList<>();
    private final List<ConditionReader.Asked> asked = new ArrayList<>();

    /** A rule and where it stands. */
    record Read(Rule rule, Section section) {}

    RuleReader(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Read> rules() {
        return List.copyOf(rules);
    }

    List<ConditionReader.Asked> asked() {
        return List.copyOf(asked);
    }

    void read(Path file, Problems problems) {
        Section root = Section.read(file, problems);
        if (root.integer("version", 0, 1, VERSION) != VERSION) {
            root.problem("version", "expected version: " + VERSION);
        }
        Part part = root.choice("part", Part.class, null);
        ConditionReader conditions = new ConditionReader(catalogue, part, lists(root));
        List<Section> sections = root.sections("rules", "id");
        if (sections.isEmpty()) {
            root.problem("rules", "a list of one or more rules belongs here");
        }
        for (Section section : sections) {
            rules.add(new Read(rule(section, part, conditions), section));
        }
        root.done();
        asked.addAll(conditions.asked());
    }

    private static Map<String, List<String>> lists(Section root) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        if (root.has("lists")) {
            Section section = root.section("lists");
            section.keys().forEach(name -> lists.put(name, section.texts(name)));
        }
        return lists;
    }

    private Rule rule(Section section, Part part, ConditionReader conditions) {
        LocalDate from = section.has("from") ? day(section, "from").orElse(LocalDate.MIN) : missingDay(section);
        Optional<LocalDate> to = section.has("to") ? day(section, "to") : Optional.empty();
        if (to.filter(from::isAfter).isPresent()) {
            section.problem("to", "lies before from");
        }
        List<String> of = part == Part.HIDDEN ? section.texts("kinds") : List.of();
        if (part == Part.HIDDEN) {
            if (of.isEmpty()) {
                section.problem("kinds", "the kinds that make a hidden child belong here");
            }
            asked.add(new ConditionReader.Asked(section, "kinds", Part.KINDS, of));
        }
        return new Rule(
                part,
                section.text("id"),
                section.text("version"),
                from,
                to,
                section.text("law"),
                section.text("zh"),
                section.text("en"),
                of,
                part == Part.RISK ? grade(section) : Grade.GREEN,
                conditions.condition(section.section("when")));
    }

    private static LocalDate missingDay(Section section) {
        section.text("from");
        return LocalDate.MIN;
    }

    private static Optional<LocalDate> day(Section section, String key) {
        return section.optionalText(key).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                section.problem(key, "found " + text + ", allowed is a day such as 2026-01-01");
                return Optional.empty();
            }
        });
    }

    private static Grade grade(Section section) {
        Grade grade = section.choice("grade", Grade.class, null);
        if (grade == Grade.GREEN && section.has("grade")) {
            section.problem("grade", "a rule makes a child yellow or red; green is who meets none");
        }
        return grade;
    }
}
