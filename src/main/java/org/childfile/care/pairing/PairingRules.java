package org.childfile.care.pairing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;
import org.jspecify.annotations.Nullable;

/**
 * Whom the program proposes for whom: {@code mappings/pairing.yaml}.
 *
 * @param urgency most urgent first; the last one fits every child
 * @param order every term once, {@link Term#STANDING} first
 * @param supporters the roles that a pair should have
 * @param check when a caring mother must have been checked for criminal records
 */
public record PairingRules(
        List<Urgency> urgency,
        List<Term> order,
        List<Skill> skills,
        Neighbours neighbours,
        List<String> supporters,
        BackgroundCheck check) {

    private static final int VERSION = 1;
    private static final String KIND = "[1-9][0-9]";

    public PairingRules {
        urgency = List.copyOf(urgency);
        order = List.copyOf(order);
        skills = List.copyOf(skills);
        supporters = List.copyOf(supporters);
    }

    /** A kind of urgency: a child is of it by its grade of risk, by a kind of difficulty, or because it is hidden. */
    record Urgency(String id, Optional<String> grade, Set<String> kinds, boolean hidden) {
        Urgency {
            kinds = Set.copyOf(kinds);
        }

        boolean any() {
            return grade.isEmpty() && kinds.isEmpty() && !hidden;
        }

        boolean fits(@Nullable String riskGrade, Collection<String> of, boolean notOnRoster) {
            return any()
                    || grade.filter(wanted -> wanted.equals(riskGrade)).isPresent()
                    || of.stream().anyMatch(kinds::contains)
                    || (hidden && notOnRoster);
        }
    }

    /** A skill and the children whom it helps. */
    record Skill(String name, Set<String> kinds, Set<String> psych, Set<String> enrolment) {
        Skill {
            kinds = Set.copyOf(kinds);
            psych = Set.copyOf(psych);
            enrolment = Set.copyOf(enrolment);
        }

        boolean helps(Collection<String> of, @Nullable String psychLevel, @Nullable String enrolmentState) {
            return of.stream().anyMatch(kinds::contains)
                    || (psychLevel != null && psych.contains(psychLevel))
                    || (enrolmentState != null && enrolment.contains(enrolmentState));
        }
    }

    Costs costs() {
        return new Costs(order, neighbours);
    }

    /** Reads {@code pairing.yaml} of a directory; mistakes go to {@code problems}. */
    public static PairingRules read(Path directory, Problems problems) {
        Section root = Section.read(directory.resolve("pairing.yaml"), problems);
        if (root.integer("version", 0, 1, VERSION) != VERSION) {
            root.problem("version", "expected version: " + VERSION);
        }
        List<Urgency> urgency = urgency(root);
        List<Skill> skills = skills(root.section("skills"));
        List<List<String>> neighbours = neighbours(root);
        boolean across = root.flag("across-districts", false);
        PairingRules rules = new PairingRules(
                urgency,
                order(root),
                skills,
                across ? Neighbours.between(neighbours) : Neighbours.NONE,
                root.texts("supporters"),
                BackgroundCheck.read(root));
        root.done();
        return rules;
    }

    private static List<Urgency> urgency(Section root) {
        List<Urgency> urgency = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        for (Section section : root.sections("urgency", "id")) {
            Urgency each = new Urgency(
                    section.text("id"), section.optionalText("grade"), kinds(section), section.flag("hidden", false));
            if (!ids.add(each.id())) {
                section.problem("id", "the kind of urgency " + each.id() + " stands here twice");
            }
            urgency.add(each);
        }
        if (urgency.isEmpty() || !urgency.getLast().any()) {
            root.problem("urgency", "the last kind must fit every child: name no grade, no kinds, nothing hidden");
        }
        return urgency;
    }

    private static Set<String> kinds(Section section) {
        Set<String> kinds = new TreeSet<>(section.texts("kinds"));
        for (String kind : kinds) {
            if (!kind.matches(KIND)) {
                section.problem("kinds", "found " + kind + ", expected a kind of difficulty such as \"31\"");
            }
        }
        return kinds;
    }

    private static List<Term> order(Section root) {
        List<Term> order = new ArrayList<>(List.of(Term.STANDING));
        List<String> allowed = EnumSet.complementOf(EnumSet.of(Term.STANDING)).stream()
                .map(Term::written)
                .toList();
        for (String text : root.texts("order")) {
            Optional<Term> term = allowed.contains(text)
                    ? Optional.of(Term.valueOf(text.toUpperCase(java.util.Locale.ROOT)))
                    : Optional.empty();
            term.filter(each -> !order.contains(each))
                    .ifPresentOrElse(
                            order::add,
                            () -> root.problem(
                                    "order",
                                    "found " + text + ", expected each once of " + String.join(", ", allowed)));
        }
        EnumSet.allOf(Term.class).stream().filter(term -> !order.contains(term)).forEach(term -> {
            root.problem("order", "missing: " + term.written());
            order.add(term);
        });
        return order;
    }

    private static List<Skill> skills(Section section) {
        List<Skill> skills = new ArrayList<>();
        for (String name : section.keys()) {
            Section skill = section.section(name);
            skills.add(new Skill(
                    name, kinds(skill), Set.copyOf(skill.texts("psych")), Set.copyOf(skill.texts("enrolment"))));
        }
        return skills;
    }

    private static List<List<String>> neighbours(Section root) {
        List<List<String>> neighbours = root.textLists("neighbours");
        for (List<String> pair : neighbours) {
            if (pair.size() != 2 || pair.stream().anyMatch(code -> !code.matches("[0-9]{9}"))) {
                root.problem("neighbours", "found " + pair + ", expected two townships of 9 digits each");
                return List.of();
            }
        }
        return neighbours;
    }
}
