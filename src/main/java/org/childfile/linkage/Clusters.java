package org.childfile.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.childfile.kernel.SourceKey;

/**
 * Joins records to persons, on the cluster and not only pair by pair:
 *
 * <ol>
 *   <li>Edges of at least the joining weight are taken strongest first (equal ones in the order of their keys).
 *   <li>Two clusters are joined unless they hold different valid id numbers, different birth certificates, or records that
 *       must not be one person.
 *   <li>A record whose name lost a character, and that fits two clusters that cannot be one about equally well, is taken
 *       out and left to a person: it may be either twin's.
 * </ol>
 *
 * <p>The result depends on the records and edges alone, not on their order.
 */
final class Clusters {

    /** How much better, in bits, a contested record must fit its own cluster than another. */
    private static final double CLEARLY_BETTER = 3;

    private final List<LinkRecord> records;
    private final Map<Long, Integer> positions = new HashMap<>();
    private final int[] parent;
    private final List<Set<String>> ids = new ArrayList<>();

    private Clusters(List<LinkRecord> records) {
        this.records = records;
        this.parent = new int[records.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            positions.put(records.get(i).recordId(), i);
            Set<String> own = new HashSet<>();
            if (records.get(i).id() != null) {
                own.add("I" + records.get(i).id());
            }
            if (records.get(i).birthCertificate() != null) {
                own.add("C" + records.get(i).birthCertificate());
            }
            ids.add(own);
        }
    }

    /** What was decided: persons as lists of records, and the records that a person must decide about. */
    record Decision(List<List<LinkRecord>> persons, List<Edge> review, Map<Long, Double> weights) {

        /** The strongest edge by which a record belongs to its person; 0 for a record alone. */
        double weight(LinkRecord record) {
            return weights.getOrDefault(record.recordId(), 0.0);
        }
    }

    static Decision decide(List<LinkRecord> records, List<Edge> edges, Weights weights) {
        List<LinkRecord> ordered =
                records.stream().sorted(Comparator.comparing(LinkRecord::key)).toList();
        Clusters first = new Clusters(ordered);
        List<Edge> strongest = first.strongestFirst(edges);
        first.join(strongest, weights, Set.of());
        Set<Integer> contested = first.contested(strongest, weights);
        if (contested.isEmpty()) {
            return first.decision(strongest);
        }
        Clusters second = new Clusters(ordered);
        second.join(strongest, weights, contested);
        return second.decision(strongest);
    }

    private List<Edge> strongestFirst(List<Edge> edges) {
        Comparator<Edge> order = Comparator.comparingDouble((Edge edge) -> -edge.weight())
                .thenComparing((Edge edge) -> lower(edge))
                .thenComparing((Edge edge) -> upper(edge));
        return edges.stream().sorted(order).toList();
    }

    private SourceKey lower(Edge edge) {
        return records.get(Math.min(position(edge.a()), position(edge.b()))).key();
    }

    private SourceKey upper(Edge edge) {
        return records.get(Math.max(position(edge.a()), position(edge.b()))).key();
    }

    private void join(List<Edge> edges, Weights weights, Set<Integer> leftOut) {
        for (Edge edge : edges) {
            int a = position(edge.a());
            int b = position(edge.b());
            if (edge.weight() < weights.join()) {
                return;
            }
            if (!leftOut.contains(a) && !leftOut.contains(b) && mayJoin(find(a), find(b))) {
                union(find(a), find(b));
            }
        }
    }

    private boolean mayJoin(int a, int b) {
        if (a == b) {
            return false;
        }
        return !contradict(ids.get(a), ids.get(b), 'I') && !contradict(ids.get(a), ids.get(b), 'C');
    }

    private static boolean contradict(Set<String> a, Set<String> b, char kind) {
        List<String> one = a.stream().filter(each -> each.charAt(0) == kind).toList();
        return !one.isEmpty()
                && b.stream().anyMatch(each -> each.charAt(0) == kind)
                && one.stream().noneMatch(b::contains);
    }

    private Set<Integer> contested(List<Edge> edges, Weights weights) {
        double[] inside = new double[parent.length];
        double[] outside = new double[parent.length];
        for (Edge edge : edges) {
            if (edge.weight() >= weights.join() - CLEARLY_BETTER) {
                int a = position(edge.a());
                int b = position(edge.b());
                double[] side = find(a) == find(b) ? inside : outside;
                side[a] = Math.max(side[a], edge.weight());
                side[b] = Math.max(side[b], edge.weight());
            }
        }
        Set<Integer> contested = new HashSet<>();
        for (int i = 0; i < parent.length; i++) {
            String name = records.get(i).name();
            boolean lost = name != null && name.indexOf('?') >= 0;
            if (lost && records.get(i).id() == null && outside[i] > 0 && inside[i] - outside[i] < CLEARLY_BETTER) {
                contested.add(i);
            }
        }
        return contested;
    }

    private Decision decision(List<Edge> edges) {
        Map<Integer, List<LinkRecord>> byRoot = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            byRoot.computeIfAbsent(find(i), root -> new ArrayList<>()).add(records.get(i));
        }
        List<Edge> review = edges.stream()
                .filter(edge -> mayJoin(find(position(edge.a())), find(position(edge.b()))))
                .toList();
        List<List<LinkRecord>> persons = byRoot.values().stream()
                .sorted(Comparator.comparing(person -> person.getFirst().key()))
                .toList();
        Map<Long, Double> weights = new HashMap<>();
        for (Edge edge : edges) {
            if (find(position(edge.a())) == find(position(edge.b()))) {
                weights.merge(edge.a(), edge.weight(), Math::max);
                weights.merge(edge.b(), edge.weight(), Math::max);
            }
        }
        return new Decision(persons, review, weights);
    }

    private int position(long recordId) {
        Integer position = positions.get(recordId);
        if (position == null) {
            throw new IllegalStateException("an edge names a record that is not among those to be joined: " + recordId);
        }
        return position;
    }

    private int find(int i) {
        int root = i;
        while (parent[root] != root) {
            root = parent[root];
        }
        for (int at = i; parent[at] != root; ) {
            int next = parent[at];
            parent[at] = root;
            at = next;
        }
        return root;
    }

    private void union(int a, int b) {
        int root = Math.min(a, b);
        int child = Math.max(a, b);
        parent[child] = root;
        ids.get(root).addAll(ids.get(child));
    }
}
