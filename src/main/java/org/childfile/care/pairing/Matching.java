package org.childfile.care.pairing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.childfile.kernel.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Finds a caring mother for as many children as can have one, the most urgent first, at the least cost. Districts that no
 * pair can join are solved apart, side by side; where nothing has changed since matches were found and proposed,
 * they stand, and are not looked for again. Pure: the same children and mothers give the same matches.
 */
final class Matching {

    /** As many as the machine has processors; {@code -XX:ActiveProcessorCount} gives the program fewer. */
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    /** Another number where other matches are found for the same children and mothers. */
    private static final int EDITION = 1;

    private final Costs costs;
    private final int classes;

    Matching(Costs costs, int classes) {
        this.costs = costs;
        this.classes = classes;
    }

    /**
     * What was found.
     *
     * @param matches by child id
     * @param settled of each part, by its first district, a digest of all that decides it once these matches are proposed
     */
    record Solution(List<Match> matches, SortedMap<String, String> settled) {}

    /** The matches, by child id. */
    List<Match> match(List<Need> needs, List<Mother> mothers) {
        return match(needs, mothers, Map.of()).matches();
    }

    /**
     * The matches, and what need not be solved again.
     *
     * @param before what a solution settled
     */
    Solution match(List<Need> needs, List<Mother> mothers, Map<String, String> before) {
        SortedMap<String, Part> parts = parts(needs, mothers);
        List<Match> matches = new ArrayList<>();
        SortedMap<String, String> settled = new TreeMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Map<String, Future<Solved>> solved = new TreeMap<>();
            parts.forEach((district, part) ->
                    solved.put(district, threads.submit(() -> solve(part, before.get(district)))));
            for (Map.Entry<String, Future<Solved>> each : solved.entrySet()) {
                Solved found = each.getValue().get();
                settled.put(each.getKey(), found.digest());
                matches.addAll(found.matches());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the pairs of a district cannot be found", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the search for pairs was interrupted", e);
        }
        matches.sort(Comparator.comparing(match -> match.need().childId()));
        return new Solution(matches, settled);
    }

    /** The matches of a part, and the digest of it once they are proposed. */
    private record Solved(List<Match> matches, String digest) {}

    private Solved solve(Part part, @Nullable String settled) {
        if (settled != null && settled.equals(digest(part))) {
            return new Solved(part.standing(), settled);
        }
        List<Match> found = new Network(part.needs(), part.mothers(), costs, classes).solve();
        return new Solved(found, digest(part.proposed(found)));
    }

    /** What can be solved apart, by ids. */
    private record Part(List<Need> needs, List<Mother> mothers) {

        /** The same after these matches were proposed. */
        Part proposed(List<Match> matches) {
            Map<String, String> mother = new HashMap<>();
            matches.forEach(
                    match -> mother.put(match.need().childId(), match.mother().volunteerId()));
            return new Part(
                    needs.stream()
                            .map(need -> need.standing(mother.get(need.childId())))
                            .toList(),
                    mothers);
        }

        /** What is proposed already, as far as it can be. */
        List<Match> standing() {
            Map<String, Mother> byId = new HashMap<>();
            mothers.forEach(mother -> byId.put(mother.volunteerId(), mother));
            return needs.stream()
                    .flatMap(need -> Optional.ofNullable(need.standing()).map(byId::get).stream()
                            .map(mother -> new Match(need, mother)))
                    .toList();
        }
    }

    /** Of all that decides the matches of a part, and of how they are found. */
    private String digest(Part part) {
        StringBuilder all = new StringBuilder()
                .append(EDITION)
                .append(' ')
                .append(costs.order())
                .append(costs.neighbours())
                .append(classes);
        part.needs()
                .forEach(need -> all.append('\n')
                        .append(need.childId())
                        .append(' ')
                        .append(need.urgency())
                        .append(' ')
                        .append(need.place().code())
                        .append(new TreeSet<>(need.skills()))
                        .append(new TreeSet<>(need.barred()))
                        .append(new TreeSet<>(need.known()))
                        .append(need.standing()));
        part.mothers()
                .forEach(mother -> all.append('\n')
                        .append(mother.volunteerId())
                        .append(mother.places().stream().map(Locality::code).toList())
                        .append(new TreeSet<>(mother.skills()))
                        .append(mother.pairs())
                        .append(' ')
                        .append(mother.free()));
        return HexFormat.of().formatHex(Sha256.of(all.toString()));
    }

    private SortedMap<String, Part> parts(List<Need> needs, List<Mother> mothers) {
        SortedMap<String, Part> parts = new TreeMap<>();
        needs.stream()
                .sorted(Comparator.comparing(Need::childId))
                .forEach(need -> part(parts, need.place().district()).needs().add(need));
        mothers.stream()
                .sorted(Comparator.comparing(Mother::volunteerId))
                .forEach(mother -> part(parts, mother.district()).mothers().add(mother));
        parts.values().removeIf(part -> part.needs().isEmpty() || part.mothers().isEmpty());
        return parts;
    }

    private Part part(SortedMap<String, Part> parts, String district) {
        return parts.computeIfAbsent(root(district), each -> new Part(new ArrayList<>(), new ArrayList<>()));
    }

    /** The first of all districts that neighbours join to this one. */
    private String root(String district) {
        TreeSet<String> joined = new TreeSet<>(List.of(district));
        ArrayDeque<String> open = new ArrayDeque<>(joined);
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
