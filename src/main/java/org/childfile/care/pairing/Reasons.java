package org.childfile.care.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a child has this proposal, or none. Pure. */
final class Reasons {

    private static final int ALTERNATIVES = 2;

    private final PairingRules rules;
    private final Costs costs;
    private final Map<String, List<Mother>> byDistrict;
    private final Map<String, List<Mother>> available;

    /**
     * @param mothers all who are in post, those too who have no free place
     */
    Reasons(PairingRules rules, List<Mother> mothers) {
        this.rules = rules;
        this.costs = rules.costs();
        this.byDistrict = mothers.stream().collect(Collectors.groupingBy(Mother::district));
        this.available = mothers.stream()
                .filter(mother -> mother.free() > 0 && mother.checked())
                .collect(Collectors.groupingBy(Mother::district));
    }

    /** Why a child has no proposal, with the numbers that it rests on. */
    record Without(String code, Map<String, Object> numbers) {}

    /** Why she: her terms, what would help the child and she can, and the two who come next. */
    Map<String, Object> of(Match match) {
        Map<String, Object> reasons = new LinkedHashMap<>();
        reasons.put("urgency", rules.urgency().get(match.need().urgency()).id());
        reasons.put("terms", terms(match.need(), match.mother()));
        if (!match.need().skills().isEmpty()) {
            reasons.put("wanted_skills", List.copyOf(new TreeSet<>(match.need().skills())));
        }
        if (match.mother().ageUnknown()) {
            reasons.put("age_unknown", true);
        }
        reasons.put("alternatives", alternatives(match));
        return reasons;
    }

    private Map<String, Object> terms(Need need, Mother mother) {
        int[] cost = costs.of(need, mother);
        Map<String, Object> terms = new LinkedHashMap<>();
        for (Term term : costs.order()) {
            if (term != Term.STANDING) {
                terms.put(term.written(), cost[costs.place(term)]);
            }
        }
        return terms;
    }

    private record Priced(Mother mother, int[] cost) {}

    private static final Comparator<Priced> CHEAPEST = Comparator.comparing(Priced::cost, Costs::compare)
            .thenComparing(priced -> priced.mother().volunteerId());

    /** As if no other child were there: an alternative may be proposed to one. */
    private List<Map<String, Object>> alternatives(Match match) {
        Need need = match.need();
        List<Priced> best = new ArrayList<>();
        for (String district : districts(need)) {
            for (Mother mother : available.getOrDefault(district, List.of())) {
                if (costs.withinReach(need, mother)
                        && !need.barred().contains(mother.volunteerId())
                        && !mother.volunteerId().equals(match.mother().volunteerId())) {
                    insert(best, new Priced(mother, withoutStanding(need, mother)));
                }
            }
        }
        return best.stream()
                .map(priced -> {
                    Map<String, Object> alternative = new LinkedHashMap<>();
                    alternative.put("volunteer_id", priced.mother().volunteerId());
                    alternative.put("terms", terms(need, priced.mother()));
                    return alternative;
                })
                .toList();
    }

    private static void insert(List<Priced> best, Priced next) {
        if (best.size() < ALTERNATIVES || CHEAPEST.compare(next, best.getLast()) < 0) {
            best.add(next);
            best.sort(CHEAPEST);
            if (best.size() > ALTERNATIVES) {
                best.removeLast();
            }
        }
    }

    private int[] withoutStanding(Need need, Mother mother) {
        int[] cost = costs.of(need, mother);
        cost[costs.place(Term.STANDING)] = 0;
        return cost;
    }

    /** Its own, and those of neighbouring townships. */
    private Set<String> districts(Need need) {
        TreeSet<String> districts = new TreeSet<>(List.of(need.place().district()));
        costs.neighbours().of(need.place().township()).forEach(township -> districts.add(township.substring(0, 6)));
        return districts;
    }

    private Stream<Mother> within(Need need) {
        return districts(need).stream()
                .flatMap(district -> byDistrict.getOrDefault(district, List.of()).stream())
                .filter(mother -> costs.withinReach(need, mother));
    }

    /** Why a child whose place is known has none. */
    Without without(Need need, Candidate candidate) {
        List<Mother> inPost = within(need).toList();
        List<Mother> free = inPost.stream().filter(mother -> mother.free() > 0).toList();
        List<Mother> checked = free.stream().filter(Mother::checked).toList();
        List<Mother> eligible = checked.stream()
                .filter(mother -> !need.barred().contains(mother.volunteerId()))
                .toList();
        String code = inPost.isEmpty()
                ? "no-volunteer-in-district"
                : free.isEmpty()
                        ? "no-capacity-in-district"
                        : checked.isEmpty()
                                ? "only-unchecked"
                                : !eligible.isEmpty()
                                        ? "outranked"
                                        : checked.stream()
                                                        .allMatch(mother -> candidate
                                                                .parties()
                                                                .contains(mother.volunteerId()))
                                                ? "only-parties"
                                                : "only-barred";
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("mothers", inPost.size());
        numbers.put("places", free.stream().mapToInt(Mother::free).sum());
        return new Without(code, numbers);
    }
}
