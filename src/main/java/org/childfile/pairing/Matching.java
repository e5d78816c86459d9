package org.childfile.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Finds a caring mother for as many children as can have one, the most urgent first, at the least cost. Districts that no
 * pair can join are solved apart, side by side. Pure: the same children and mothers give the same matches.
 */
final class Matching {

    private static final int THREADS = 2;

    private final Costs costs;
    private final int classes;

    Matching(Costs costs, int classes) {
        this.costs = costs;
        this.classes = classes;
    }

    /** The matches, by child id. */
    List<Match> match(List<Need> needs, List<Mother> mothers) {
        SortedMap<String, Part> parts = parts(needs, mothers);
        List<Match> matches = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<List<Match>>> solved = parts.values().stream()
                    .map(part ->
                            threads.submit(() -> new Network(part.needs(), part.mothers(), costs, classes).solve()))
                    .toList();
            for (Future<List<Match>> each : solved) {
                matches.addAll(each.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the pairs of a district cannot be found", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the search for pairs was interrupted", e);
        }
        matches.sort(java.util.Comparator.comparing(match -> match.need().childId()));
        return matches;
    }

    /** What can be solved apart. */
    private record Part(List<Need> needs, List<Mother> mothers) {}

    private SortedMap<String, Part> parts(List<Need> needs, List<Mother> mothers) {
        SortedMap<String, Part> parts = new TreeMap<>();
        needs.stream()
                .sorted(java.util.Comparator.comparing(Need::childId))
                .forEach(need -> part(parts, need.place().district()).needs().add(need));
        mothers.stream()
                .sorted(java.util.Comparator.comparing(Mother::volunteerId))
                .forEach(mother -> part(parts, mother.district()).mothers().add(mother));
        parts.values().removeIf(part -> part.needs().isEmpty() || part.mothers().isEmpty());
        return parts;
    }

    private Part part(SortedMap<String, Part> parts, String district) {
        return parts.computeIfAbsent(root(district), each -> new Part(new ArrayList<>(), new ArrayList<>()));
    }

    /** The first of all districts that neighbours join to this one. */
    private String root(String district) {
        java.util.TreeSet<String> joined = new java.util.TreeSet<>(List.of(district));
        java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>(joined);
        while (!open.isEmpty()) {
            String next = open.remove();
            costs.neighbours()
                    .of()
                    .subMap(next, next + '~')
                    .values()
                    .forEach(townships -> townships.stream()
                            .map(township -> township.substring(0, 6))
                            .filter(joined::add)
                            .forEach(open::add));
        }
        return joined.first();
    }
}
