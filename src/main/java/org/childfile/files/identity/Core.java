package org.childfile.files.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a person was when it was last joined with another.
 *
 * @param retired whether its id went into another's
 * @param records those of its records that are being decided about
 * @param size of all its records how many there were
 */
record Core(String personId, boolean retired, Set<Long> records, int size) {

    Core {
        records = Set.copyOf(records);
    }

    /**
     * A retired id that may come back.
     *
     * @param joinUndone whether another cluster holds more of what the joined person was before the join
     */
    record Return(int cluster, String id, int records, boolean joinUndone) {}

    /** The retired ids of which a cluster holds more than half of the records, those with most of them first. */
    static List<Return> returns(List<List<LinkRecord>> clusters, Map<Long, String> former, List<Core> cores) {
        List<Return> returns = new ArrayList<>();
        if (cores.stream().noneMatch(Core::retired)) {
            return returns;
        }
        Map<Long, Integer> clusterOf = new HashMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            for (LinkRecord record : clusters.get(i)) {
                clusterOf.put(record.recordId(), i);
            }
        }
        Map<String, Map<Integer, Integer>> held = new HashMap<>();
        cores.forEach(core -> held.put(core.personId(), core.heldBy(clusterOf)));
        for (Core core : cores) {
            held.getOrDefault(core.personId(), Map.of()).forEach((cluster, records) -> {
                if (core.retired() && 2 * records > core.size()) {
                    boolean undone = undone(core, cluster, former, held);
                    returns.add(new Return(cluster, core.personId(), records, undone));
                }
            });
        }
        returns.sort(Comparator.comparingInt((Return each) -> -each.records()).thenComparing(Return::id));
        return returns;
    }

    private Map<Integer, Integer> heldBy(Map<Long, Integer> clusterOf) {
        Map<Integer, Integer> held = new HashMap<>();
        for (Long record : records) {
            Integer cluster = clusterOf.get(record);
            if (cluster != null) {
                held.merge(cluster, 1, Integer::sum);
            }
        }
        return held;
    }

    /** Whether a person that the records went into lives on elsewhere, by more of its own records than the cluster has. */
    private static boolean undone(
            Core core, int cluster, Map<Long, String> former, Map<String, Map<Integer, Integer>> held) {
        Set<String> into = new HashSet<>();
        core.records().forEach(record -> into.add(former.get(record)));
        return into.stream()
                .filter(Objects::nonNull)
                .map(person -> held.getOrDefault(person, Map.of()))
                .anyMatch(parts -> parts.entrySet().stream()
                        .anyMatch(
                                part -> part.getKey() != cluster && part.getValue() > parts.getOrDefault(cluster, 0)));
    }
}
