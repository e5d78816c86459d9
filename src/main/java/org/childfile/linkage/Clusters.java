package org.childfile.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    private final int[] parent;
    private final List<Set<String>> ids;
    private final List<Set<String>> certificates;

    /** @param records in the order of their keys */
    private Clusters(List<LinkRecord> records) {
        this.records = records;
        this.parent = new int[records.size()];
        this.ids = new ArrayList<>(parent.length);
        this.certificates = new ArrayList<>(parent.length);
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            ids.add(single(records.get(i).id()));
            certificates.add(single(records.get(i).birthCertificate()));
        }
    }

    /** An edge between positions; since records stand in the order of their keys, so do positions. */
    private record Link(int lower, int upper, double weight) {}

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
        List<Link> links = strongestFirst(ordered, edges);
        Clusters first = new Clusters(ordered);
        first.join(links, weights, Set.of());
        Set<Integer> contested = first.contested(links, weights);
        if (contested.isEmpty()) {
            return first.decision(links);
        }
        Clusters second = new Clusters(ordered);
        second.join(links, weights, contested);
        return second.decision(links);
    }

    private static List<Link> strongestFirst(List<LinkRecord> ordered, List<Edge> edges) {
        Map<Long, Integer> positions = HashMap.newHashMap(ordered.size());
        for (int i = 0; i < ordered.size(); i++) {
            positions.put(ordered.get(i).recordId(), i);
        }
        List<Link> links = new ArrayList<>(edges.size());
        for (Edge edge : edges) {
            Integer a = positions.get(edge.a());
            Integer b = positions.get(edge.b());
            if (a == null || b == null) {
                throw new IllegalStateException("an edge names a record that is not among those to be joined: " + edge);
            }
            links.add(new Link(Math.min(a, b), Math.max(a, b), edge.weight()));
        }
        links.sort(Comparator.comparingDouble((Link link) -> -link.weight())
                .thenComparingInt(Link::lower)
                .thenComparingInt(Link::upper));
        return links;
    }

    private void join(List<Link> links, Weights weights, Set<Integer> leftOut) {
        for (Link link : links) {
            if (link.weight() < weights.join()) {
                return;
            }
            int a = find(link.lower());
            int b = find(link.upper());
            if (!leftOut.contains(link.lower()) && !leftOut.contains(link.upper()) && mayJoin(a, b)) {
                union(a, b);
            }
        }
    }

    private boolean mayJoin(int a, int b) {
        return a != b && !contradict(ids.get(a), ids.get(b)) && !contradict(certificates.get(a), certificates.get(b));
    }

    private static boolean contradict(Set<String> a, Set<String> b) {
        return !a.isEmpty() && !b.isEmpty() && a.stream().noneMatch(b::contains);
    }

    private Set<Integer> contested(List<Link> links, Weights weights) {
        double[] inside = new double[parent.length];
        double[] outside = new double[parent.length];
        for (Link link : links) {
            if (link.weight() >= weights.join() - CLEARLY_BETTER) {
                double[] side = find(link.lower()) == find(link.upper()) ? inside : outside;
                side[link.lower()] = Math.max(side[link.lower()], link.weight());
                side[link.upper()] = Math.max(side[link.upper()], link.weight());
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

    private Decision decision(List<Link> links) {
        Map<Integer, List<LinkRecord>> byRoot = new TreeMap<>();
        for (int i = 0; i < parent.length; i++) {
            byRoot.computeIfAbsent(find(i), root -> new ArrayList<>(4)).add(records.get(i));
        }
        List<Edge> review = new ArrayList<>();
        Map<Long, Double> weights = new HashMap<>();
        for (Link link : links) {
            long a = records.get(link.lower()).recordId();
            long b = records.get(link.upper()).recordId();
            if (find(link.lower()) == find(link.upper())) {
                weights.merge(a, link.weight(), Math::max);
                weights.merge(b, link.weight(), Math::max);
            } else if (mayJoin(find(link.lower()), find(link.upper()))) {
                review.add(new Edge(Math.min(a, b), Math.max(a, b), link.weight()));
            }
        }
        return new Decision(List.copyOf(byRoot.values()), review, weights);
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

    /** The root is the lowest position, so that persons come out in the order of their first keys. */
    private void union(int a, int b) {
        int root = Math.min(a, b);
        int child = Math.max(a, b);
        parent[child] = root;
        ids.set(root, united(ids.get(root), ids.get(child)));
        certificates.set(root, united(certificates.get(root), certificates.get(child)));
    }

    private static Set<String> single(@Nullable String value) {
        return value == null ? Set.of() : Set.of(value);
    }

    private static Set<String> united(Set<String> a, Set<String> b) {
        if (b.isEmpty() || a.equals(b)) {
            return a;
        }
        Set<String> all = new HashSet<>(a);
        all.addAll(b);
        return all;
    }
}
