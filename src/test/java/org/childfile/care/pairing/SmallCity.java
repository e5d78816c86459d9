package org.childfile.care.pairing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Children and mothers at random, in few places so that much depends on every rule. */
record SmallCity(List<Need> needs, List<Mother> mothers, Costs costs) {

    static final int CLASSES = 3;

    private static final List<Term> ORDER =
            List.of(Term.STANDING, Term.DISTANCE, Term.SKILLS, Term.WORKLOAD, Term.CONTINUITY);
    private static final List<String> SKILLS = List.of("护理", "心理", "教育");

    static SmallCity random(long seed, int children, int mothers, int districts) {
        Random dice = new Random(seed);
        Neighbours neighbours =
                dice.nextBoolean() ? Neighbours.NONE : Neighbours.between(List.of(List.of("500101001", "500102002")));
        List<Mother> all = new ArrayList<>();
        for (int i = 0; i < mothers; i++) {
            String district = district(dice, districts);
            Set<Locality> places = new HashSet<>(Set.of(place(dice, district)));
            if (dice.nextInt(5) == 0) {
                places.add(place(dice, district));
            }
            all.add(new Mother(
                    "V%05d".formatted(i),
                    places.stream()
                            .sorted((a, b) -> a.code().compareTo(b.code()))
                            .toList(),
                    some(dice, SKILLS, 4),
                    dice.nextInt(3),
                    dice.nextInt(10) == 0 ? 0 : dice.nextInt(6) == 0 ? 2 : 1,
                    false,
                    true));
        }
        List<String> ids = all.stream().map(Mother::volunteerId).toList();
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < children; i++) {
            needs.add(new Need(
                    "C%05d".formatted(i),
                    dice.nextInt(CLASSES),
                    place(dice, district(dice, districts)),
                    some(dice, SKILLS, 4),
                    some(dice, ids, 5),
                    some(dice, ids, 6),
                    dice.nextInt(4) == 0 && !ids.isEmpty() ? ids.get(dice.nextInt(ids.size())) : null));
        }
        return new SmallCity(needs, all, new Costs(ORDER, neighbours));
    }

    private static Set<String> some(Random dice, List<String> of, int oneOf) {
        Set<String> some = new HashSet<>();
        of.stream().limit(6).filter(each -> dice.nextInt(oneOf) == 0).forEach(some::add);
        return some;
    }

    private static String district(Random dice, int districts) {
        return "5001%02d".formatted(1 + dice.nextInt(districts));
    }

    private static Locality place(Random dice, String district) {
        String code = switch (dice.nextInt(12)) {
            case 0 -> district;
            case 1 -> district + "%03d".formatted(1 + dice.nextInt(2));
            default -> district + "%03d%03d".formatted(1 + dice.nextInt(2), 1 + dice.nextInt(2));
        };
        return Locality.of(code).orElseThrow();
    }

    /** Whether these two may be a pair. */
    boolean allowed(Need need, Mother mother) {
        return costs.withinReach(need, mother) && !need.barred().contains(mother.volunteerId());
    }

    List<Match> matched() {
        return new Matching(costs, CLASSES).match(needs, mothers);
    }

    /** What matches cost as a whole: by kind of urgency the children without, then the terms. */
    long[] cost(List<Match> matches) {
        long[] cost = new long[CLASSES + ORDER.size()];
        int standing = CLASSES + ORDER.indexOf(Term.STANDING);
        needs.forEach(need -> {
            cost[need.urgency()]++;
            cost[standing] += need.standing() == null ? 0 : 1;
        });
        java.util.Map<String, Integer> taken = new java.util.HashMap<>();
        for (Match match : matches) {
            cost[match.need().urgency()]--;
            cost[standing] -= match.need().standing() == null ? 0 : 1;
            int before = taken.merge(match.mother().volunteerId(), 1, Integer::sum) - 1;
            int[] pair = costs.of(match.need(), match.mother());
            pair[ORDER.indexOf(Term.WORKLOAD)] += before;
            for (int i = 0; i < pair.length; i++) {
                cost[CLASSES + i] += pair[i];
            }
        }
        return cost;
    }
}
