package org.childfile.care.pairing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.childfile.care.pairing.Plan.Uncovered;

/** Makes of children, mothers and rules what is proposed. Pure. */
final class Planner {

    static final String WAITS = "proposal-waits";
    private static final String NO_DIVISION = "no-division";

    private final PairingRules rules;

    Planner(PairingRules rules) {
        this.rules = rules;
    }

    /**
     * What is proposed.
     *
     * @param settled what need not be solved again, as the last plan said
     */
    Plan plan(List<Candidate> candidates, List<Mother> mothers, Map<String, String> settled) {
        Map<String, Need> needs = new HashMap<>();
        candidates.forEach(candidate ->
                place(candidate).ifPresent(place -> needs.put(candidate.childId(), need(candidate, place))));
        Matching.Solution solution = new Matching(rules.costs(), rules.urgency().size())
                .match(
                        List.copyOf(needs.values()),
                        mothers.stream().filter(Mother::checked).toList(),
                        settled);
        Map<String, Match> matches = solution.matches().stream()
                .collect(Collectors.toMap(match -> match.need().childId(), match -> match));
        Reasons reasons = new Reasons(rules, mothers);
        List<Uncovered> children = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Match match = matches.get(candidate.childId());
            Need need = needs.get(candidate.childId());
            children.add(
                    match != null
                            ? proposed(candidate, match, reasons)
                            : need != null
                                    ? without(candidate, reasons.without(need, candidate))
                                    : without(candidate, new Reasons.Without(NO_DIVISION, Map.of())));
        }
        return new Plan(children, solution.settled());
    }

    private static Optional<Locality> place(Candidate candidate) {
        return Optional.ofNullable(candidate.division()).flatMap(Locality::of);
    }

    private Need need(Candidate candidate, Locality place) {
        Set<String> barred = new HashSet<>(candidate.refused());
        barred.addAll(candidate.parties());
        return new Need(
                candidate.childId(),
                urgency(candidate),
                place,
                rules.skills().stream()
                        .filter(skill ->
                                skill.helps(candidate.kinds(), candidate.psychLevel(), candidate.enrolmentState()))
                        .map(PairingRules.Skill::name)
                        .collect(Collectors.toSet()),
                barred,
                candidate.known(),
                candidate.standing());
    }

    private int urgency(Candidate candidate) {
        int urgency = 0;
        while (!rules.urgency().get(urgency).fits(candidate.grade(), candidate.kinds(), candidate.hidden())) {
            urgency++;
        }
        return urgency;
    }

    private Uncovered proposed(Candidate candidate, Match match, Reasons reasons) {
        return new Uncovered(
                candidate.childId(),
                WAITS,
                candidate.cause(),
                rules.urgency().get(match.need().urgency()).id(),
                candidate.division(),
                candidate.formerId(),
                match.mother().volunteerId(),
                match.mother().volunteerId().equals(candidate.standing()),
                reasons.of(match),
                Map.of());
    }

    private Uncovered without(Candidate candidate, Reasons.Without why) {
        return new Uncovered(
                candidate.childId(),
                why.code(),
                candidate.cause(),
                rules.urgency().get(urgency(candidate)).id(),
                candidate.division(),
                candidate.formerId(),
                null,
                false,
                Map.of(),
                why.numbers());
    }
}
