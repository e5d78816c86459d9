package org.childfile.files.digitalfile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.childfile.ingest.mapping.AttributeType;
import org.childfile.settings.Section;

/** Reads conditions; every mistake becomes a problem with its line. */
final class ConditionReader {

    private static final String LIST = "@";
    private static final int MOST = 1_000_000;
    private static final List<String> FORMS = List.of("all", "any", "not", "of", "fact");
    private static final Set<AttributeType> TEXTUAL =
            Set.of(AttributeType.TEXT, AttributeType.TEXTS, AttributeType.FLAG, AttributeType.INTEGER);
    private static final Map<String, Set<AttributeType>> CHECKS = Map.ofEntries(
            Map.entry("is", TEXTUAL),
            Map.entry("in", TEXTUAL),
            Map.entry("present", Set.of(AttributeType.values())),
            Map.entry("absent", Set.of(AttributeType.values())),
            Map.entry("icd10", Set.of(AttributeType.TEXT, AttributeType.TEXTS)),
            Map.entry("at-least", Set.of(AttributeType.TEXT, AttributeType.INTEGER)),
            Map.entry("at-most", Set.of(AttributeType.TEXT, AttributeType.INTEGER)),
            Map.entry("years-at-least", Set.of(AttributeType.DATE)),
            Map.entry("years-at-most", Set.of(AttributeType.DATE)),
            Map.entry("days-at-least", Set.of(AttributeType.DATE)),
            Map.entry("days-at-most", Set.of(AttributeType.DATE)),
            Map.entry("number-at-least", Set.of(AttributeType.TEXTS)),
            Map.entry("number-at-most", Set.of(AttributeType.TEXTS)));

    private final FactCatalogue catalogue;
    private final Part part;
    private final Map<String, List<String>> lists;
    private final List<Asked> asked = new ArrayList<>();

    /** Values that a condition wants of the ids of an earlier part's rules; known only when all files are read. */
    record Asked(Section section, String key, Part part, List<String> ids) {}

    ConditionReader(FactCatalogue catalogue, Part part, Map<String, List<String>> lists) {
        this.catalogue = catalogue;
        this.part = part;
        this.lists = lists;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    RuleCondition condition(Section section) {
        List<String> forms = FORMS.stream().filter(section::has).toList();
        if (forms.size() != 1) {
            section.problem(
                    forms.isEmpty() ? "fact" : forms.getLast(),
                    "a condition is one of " + String.join(", ", FORMS) + "; found "
                            + (forms.isEmpty() ? "none" : String.join(" and ", forms)));
            return new RuleCondition.All(List.of());
        }
        return switch (forms.getFirst()) {
            case "all" -> new RuleCondition.All(parts(section, "all"));
            case "any" -> new RuleCondition.AtLeast(1, parts(section, "any"));
            case "not" -> new RuleCondition.Not(condition(section.section("not")));
            case "of" -> {
                List<RuleCondition> parts = parts(section, "of");
                yield new RuleCondition.AtLeast(section.integer("at-least", 1, 1, Math.max(1, parts.size())), parts);
            }
            default -> ofFact(section);
        };
    }

    private List<RuleCondition> parts(Section section, String key) {
        List<RuleCondition> parts = new ArrayList<>();
        for (Section part : section.sections(key, "fact")) {
            parts.add(condition(part));
        }
        if (parts.isEmpty()) {
            section.problem(key, "a list of one or more conditions belongs here");
        }
        return parts;
    }

    private RuleCondition ofFact(Section section) {
        String name = section.text("fact");
        List<String> names = catalogue.names(part);
        Optional<FactCatalogue.Fact> fact = catalogue.find(name).filter(found -> names.contains(name));
        if (fact.isEmpty()) {
            section.problem(
                    "fact", "no such attribute or fact " + name + Section.hint(name, names) + " in " + part.written());
        }
        List<String> checks =
                CHECKS.keySet().stream().sorted().filter(section::has).toList();
        if (checks.size() != 1) {
            section.problem(
                    checks.isEmpty() ? "fact" : checks.getLast(),
                    name + " is asked one question; found " + (checks.isEmpty() ? "none" : String.join(" and ", checks))
                            + ", allowed are "
                            + String.join(
                                    ", ", CHECKS.keySet().stream().sorted().toList()));
            return new RuleCondition.All(List.of());
        }
        String check = checks.getFirst();
        fact.ifPresent(known -> fits(section, check, known));
        return new RuleCondition.OfFact(name, check(section, check, name));
    }

    private static void fits(Section section, String check, FactCatalogue.Fact fact) {
        if (fact.sealed() && !check.equals("present") && !check.equals("absent")) {
            section.problem(check, fact.name() + " lies sealed; only present and absent can be asked of it");
        } else if (!CHECKS.getOrDefault(check, Set.of()).contains(fact.type())) {
            section.problem(
                    check,
                    fact.name() + " is a " + fact.type() + "; of such a one can be asked "
                            + String.join(
                                    ", ",
                                    CHECKS.entrySet().stream()
                                            .filter(each -> each.getValue().contains(fact.type()))
                                            .map(Map.Entry::getKey)
                                            .sorted()
                                            .toList()));
        }
    }

    private Check check(Section section, String check, String fact) {
        return switch (check) {
            case "present", "absent" -> {
                if (!section.flag(check, true)) {
                    section.problem(check, "found false; write present: true or absent: true");
                }
                yield check.equals("present") ? Check.Count.PRESENT : Check.Count.ABSENT;
            }
            case "is", "in" -> new Check.OneOf(ids(section, check, fact));
            case "icd10" -> new Check.Diagnosis(ranges(section));
            case "at-least" -> new Check.Within(number(section, check), Integer.MAX_VALUE);
            case "at-most" -> new Check.Within(Integer.MIN_VALUE, number(section, check));
            case "years-at-least" -> new Check.Years(number(section, check), Integer.MAX_VALUE);
            case "years-at-most" -> new Check.Years(0, number(section, check));
            case "days-at-least" -> new Check.Days(number(section, check), Integer.MAX_VALUE);
            case "days-at-most" -> new Check.Days(Integer.MIN_VALUE, number(section, check));
            case "number-at-least" -> new Check.Count(number(section, check), Integer.MAX_VALUE);
            default -> new Check.Count(0, number(section, check));
        };
    }

    private static int number(Section section, String key) {
        return section.integer(key, 0, 0, MOST);
    }

    private Set<String> ids(Section section, String key, String fact) {
        Set<String> values = new LinkedHashSet<>(texts(section, key));
        if (values.isEmpty()) {
            section.problem(key, "one or more values belong here");
        }
        for (Part earlier : Part.values()) {
            if (earlier.fact().equals(fact)) {
                asked.add(new Asked(section, key, earlier, List.copyOf(values)));
            }
        }
        return values;
    }

    private List<Icd10Range> ranges(Section section) {
        List<Icd10Range> ranges = new ArrayList<>();
        for (String text : texts(section, "icd10")) {
            Icd10Range.of(text)
                    .ifPresentOrElse(
                            ranges::add,
                            () -> section.problem(
                                    "icd10", "found " + text + ", allowed are ranges such as C00-C97 and F84"));
        }
        return ranges;
    }

    /** The values under a key; {@code @NAME} stands for all of a list. */
    private List<String> texts(Section section, String key) {
        List<String> texts = new ArrayList<>();
        for (String text : section.texts(key)) {
            if (!text.startsWith(LIST)) {
                texts.add(text);
            } else if (lists.containsKey(text.substring(1))) {
                texts.addAll(lists.getOrDefault(text.substring(1), List.of()));
            } else {
                section.problem(
                        key, "no such list " + text.substring(1) + Section.hint(text.substring(1), lists.keySet()));
            }
        }
        return texts;
    }
}
