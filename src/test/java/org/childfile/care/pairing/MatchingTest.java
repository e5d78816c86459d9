package org.childfile.care.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.matching.HopcroftKarpMaximumCardinalityBipartiteMatching;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;

/**
 * Matches of random cities, against every matching, another solver, and what was settled before.
 *
 * <p>Over 250 lines: the solvers that it is compared with are here.
 */
class MatchingTest {

    @Test
    void theCostOfSmallCitiesIsThatOfTheBestOfAllMatchings() {
        for (long seed = 0; seed < 400; seed++) {
            SmallCity city = SmallCity.random(seed, 1 + (int) (seed % 5), (int) (seed % 6), 1 + (int) (seed % 2));
            List<Match> matched = city.matched();

            assertSound(city, matched);
            assertThat(city.cost(matched)).as("seed %d", seed).isEqualTo(best(city));
        }
    }

    @Test
    void theCostOfLargerCitiesIsThatOfAnIndependentSolver() {
        for (long seed = 1000; seed < 1020; seed++) {
            SmallCity city = SmallCity.random(seed, 20 + (int) (seed % 20), 25, 2);
            List<Match> matched = city.matched();

            assertSound(city, matched);
            assertThat(city.cost(matched)).as("seed %d", seed).isEqualTo(independent(city));
        }
    }

    @Test
    void asManyChildrenAreCoveredAsCanBe() {
        for (long seed = 2000; seed < 2010; seed++) {
            SmallCity city = SmallCity.random(seed, 300, 200, 3);

            assertThat(city.matched()).as("seed %d", seed).hasSize(mostCovered(city));
        }
    }

    @Test
    void theSameCityHasTheSameMatches() {
        SmallCity city = SmallCity.random(7, 200, 150, 3);
        List<Need> needs = new ArrayList<>(city.needs());
        List<Mother> mothers = new ArrayList<>(city.mothers());
        java.util.Collections.shuffle(needs, new Random(1));
        java.util.Collections.shuffle(mothers, new Random(2));

        assertThat(new SmallCity(needs, mothers, city.costs()).matched()).isEqualTo(city.matched());
    }

    @Test
    void oneMoreChildChangesOneMatch() {
        for (long seed = 3000; seed < 3010; seed++) {
            SmallCity city = SmallCity.random(seed, 100, 150, 2);
            Map<String, String> before = pairs(city.matched());
            List<Need> next = new ArrayList<>();
            city.needs().forEach(need -> next.add(need.standing(before.get(need.childId()))));
            Need fresh = SmallCity.random(seed + 1, 1, 10, 2).needs().getFirst();
            next.add(new Need("C99999", fresh.urgency(), fresh.place(), fresh.skills(), Set.of(), Set.of(), null));
            Map<String, String> after = pairs(new SmallCity(next, city.mothers(), city.costs()).matched());

            boolean covered = after.remove("C99999") != null;
            if (freePlaceFor(city, fresh, before) || !covered) {
                assertThat(after).as("seed %d", seed).isEqualTo(before);
            }
        }
    }

    /** Where there are too few places, too, and children of one kind could take turns. */
    @Test
    void whatIsProposedIsFoundAgain() {
        for (long seed = 5000; seed < 5040; seed++) {
            SmallCity city = SmallCity.random(seed, 40, 15, 2);
            Map<String, String> pairs = pairs(city.matched());
            List<Need> needs = new ArrayList<>();
            city.needs().forEach(need -> needs.add(need.standing(pairs.get(need.childId()))));

            assertThat(pairs(new SmallCity(needs, city.mothers(), city.costs()).matched()))
                    .as("seed %d", seed)
                    .isEqualTo(pairs);
        }
    }

    /** Nights in which some of a city changes, or nothing: what is remembered of the one before changes no match. */
    @Test
    void whatIsNotSolvedAgainIsWhatSolvingItWouldFind() {
        for (long seed = 4000; seed < 4010; seed++) {
            Random random = new Random(seed);
            SmallCity city = SmallCity.random(seed, 40, 30, 4);
            Map<String, String> settled = Map.of();
            int spared = 0;
            for (int night = 0; night < 20; night++) {
                Matching matching = new Matching(city.costs(), SmallCity.CLASSES);
                Matching.Solution solution = matching.match(city.needs(), city.mothers(), settled);

                assertThat(solution.matches())
                        .as("seed %d, night %d", seed, night)
                        .isEqualTo(city.matched());
                Map<String, String> before = settled;
                spared += (int) solution.settled().entrySet().stream()
                        .filter(each -> each.getValue().equals(before.get(each.getKey())))
                        .count();
                settled = solution.settled();
                Map<String, String> pairs = pairs(solution.matches());
                List<Need> needs = new ArrayList<>();
                city.needs().forEach(need -> needs.add(need.standing(pairs.get(need.childId()))));
                List<Mother> mothers = new ArrayList<>(city.mothers());
                for (int changes = random.nextInt(3); changes > 0; changes--) {
                    if (random.nextBoolean()) {
                        needs.remove(random.nextInt(needs.size()));
                    } else {
                        int at = random.nextInt(mothers.size());
                        Mother was = mothers.get(at);
                        mothers.set(
                                at,
                                new Mother(
                                        was.volunteerId(),
                                        was.places(),
                                        was.skills(),
                                        was.pairs(),
                                        random.nextInt(3),
                                        was.ageUnknown(),
                                        was.checked()));
                    }
                }
                city = new SmallCity(needs, mothers, city.costs());
            }
            assertThat(spared).as("seed %d", seed).isPositive();
        }
    }

    private static boolean freePlaceFor(SmallCity city, Need need, Map<String, String> taken) {
        return city.mothers().stream()
                .anyMatch(mother -> city.costs().withinReach(need, mother)
                        && mother.free()
                                > taken.values().stream()
                                        .filter(mother.volunteerId()::equals)
                                        .count());
    }

    private static Map<String, String> pairs(List<Match> matches) {
        Map<String, String> pairs = new HashMap<>();
        matches.forEach(
                match -> pairs.put(match.need().childId(), match.mother().volunteerId()));
        return pairs;
    }

    private static void assertSound(SmallCity city, List<Match> matches) {
        assertThat(matches).allMatch(match -> city.allowed(match.need(), match.mother()));
        assertThat(matches.stream().map(match -> match.need().childId())).doesNotHaveDuplicates();
        for (Mother mother : city.mothers()) {
            assertThat(matches.stream().filter(match -> match.mother().equals(mother)))
                    .hasSizeLessThanOrEqualTo(mother.free());
        }
    }

    /** Tries every matching. */
    private static long[] best(SmallCity city) {
        return best(city, 0, new ArrayList<>());
    }

    private static long[] best(SmallCity city, int child, List<Match> matches) {
        if (child == city.needs().size()) {
            return city.cost(matches);
        }
        Need need = city.needs().get(child);
        long[] best = best(city, child + 1, matches);
        for (Mother mother : city.mothers()) {
            long taken = matches.stream()
                    .filter(match -> match.mother().equals(mother))
                    .count();
            if (taken < mother.free() && city.allowed(need, mother)) {
                matches.add(new Match(need, mother));
                long[] other = best(city, child + 1, matches);
                matches.removeLast();
                best = Arrays.compare(other, best) < 0 ? other : best;
            }
        }
        return best;
    }

    /** By the Hungarian method, over children and places, those who stay without and those that stay free. */
    private static long[] independent(SmallCity city) {
        Graph<String, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        Set<String> left = new LinkedHashSet<>();
        Set<String> right = new LinkedHashSet<>();
        for (Need need : city.needs()) {
            left.add(need.childId());
            right.add("without " + need.childId());
        }
        for (Mother mother : city.mothers()) {
            for (int i = 0; i < mother.free(); i++) {
                right.add(mother.volunteerId() + "/" + i);
                left.add("free " + mother.volunteerId() + "/" + i);
            }
        }
        left.forEach(graph::addVertex);
        right.forEach(graph::addVertex);
        for (String a : left) {
            for (String b : right) {
                graph.setEdgeWeight(graph.addEdge(a, b), weight(city, a, b));
            }
        }
        List<Match> matches = new ArrayList<>();
        for (DefaultWeightedEdge edge : new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(graph, left, right)
                .getMatching()
                .getEdges()) {
            String child = graph.getEdgeSource(edge);
            if (child.startsWith("C") && graph.getEdgeTarget(edge).startsWith("V")) {
                matches.add(new Match(need(city, child), mother(city, graph.getEdgeTarget(edge))));
            }
        }
        return city.cost(matches);
    }

    /** Every level weighs more than all that follow it can: whole numbers that a double holds. */
    private static double weight(SmallCity city, String a, String b) {
        if (!a.startsWith("C")) {
            return 0;
        }
        Need need = need(city, a);
        long[] levels = new long[city.cost(List.of()).length];
        if (b.startsWith("V")) {
            Mother mother = mother(city, b);
            if (!city.allowed(need, mother)) {
                return 1e15;
            }
            int[] pair = city.costs().of(need, mother);
            for (int i = 0; i < pair.length; i++) {
                levels[SmallCity.CLASSES + i] = pair[i];
            }
            levels[SmallCity.CLASSES + city.costs().place(Term.WORKLOAD)] += b.charAt(b.length() - 1) - '0';
        } else if (b.equals("without " + a)) {
            levels[need.urgency()] = 1;
            levels[SmallCity.CLASSES + city.costs().place(Term.STANDING)] = need.standing() == null ? 0 : 1;
        } else {
            return 1e15;
        }
        long weight = 0;
        for (int i = 0; i < levels.length; i++) {
            long most = i == SmallCity.CLASSES + city.costs().place(Term.DISTANCE)
                            || i == SmallCity.CLASSES + city.costs().place(Term.WORKLOAD)
                    ? 3
                    : 1;
            weight = weight * (most * city.needs().size() + 1) + levels[i];
        }
        return (double) weight;
    }

    private static Need need(SmallCity city, String id) {
        return city.needs().stream()
                .filter(need -> need.childId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Mother mother(SmallCity city, String slot) {
        return city.mothers().stream()
                .filter(mother -> slot.startsWith(mother.volunteerId()))
                .findFirst()
                .orElseThrow();
    }

    private static int mostCovered(SmallCity city) {
        Graph<String, DefaultWeightedEdge> graph = new SimpleGraph<>(DefaultWeightedEdge.class);
        Set<String> children = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (Need need : city.needs()) {
            graph.addVertex(need.childId());
            children.add(need.childId());
            for (Mother mother : city.mothers()) {
                for (int i = 0; i < mother.free(); i++) {
                    String place = mother.volunteerId() + "/" + i;
                    graph.addVertex(place);
                    places.add(place);
                    if (city.allowed(need, mother)) {
                        graph.addEdge(need.childId(), place);
                    }
                }
            }
        }
        return new HopcroftKarpMaximumCardinalityBipartiteMatching<>(graph, children, places)
                .getMatching()
                .getEdges()
                .size();
    }
}
