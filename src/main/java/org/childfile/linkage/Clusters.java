package org.childfile.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.childfile.kernel.SourceKey;

/**
 * Joins records to persons, on the cluster and not only pair by pair:
 *
 * <ol>
 *   <li>What a person said to be one is one from the start, whatever the rules say.
 *   <li>Edges of at least the joining weight are taken strongest first (equal ones in the order of their keys).
 *   <li>Two clusters are not joined that hold records which a person said to be two.
 *   <li>Nor are two parts that hold different valid id numbers or birth certificates. A part is what the rules joined; a
 *       cluster may be several parts that a person said to be one, each of which goes on growing by itself.
 *   <li>A record whose name lost a character, and that fits two clusters that cannot be one about equally well, is taken
 *       out and left to a person: it may be either twin's.
 * </ol>
 *
 * <p>The result depends on the records, edges and verdicts alone, not on their order.
 */
final class Clusters {

    /** How much better, in bits, a contested record must fit its own cluster than another. */
    private static final double CLEARLY_BETTER = 3;

    private final List<LinkRecord> records;
    private final Bonds bonds;
    private final Weights weights;
    private final Partition<Ties> whole;
    private final Partition<Numbers> parts;

    /** @param records in the order of their keys */
    private Clusters(List<LinkRecord> records, Bonds bonds, Weights weights) {
        this.records = records;
        this.bonds = bonds;
        this.weights = weights;
        this.whole = new Partition<>(
                records.stream().map(record -> Ties.of(record, bonds)).toList(), Ties::and);
        this.parts = new Partition<>(records.stream().map(Numbers::of).toList(), Numbers::and);
        Map<SourceKey, Integer> groups = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            if (bonds.joins(records.get(i).key())) {
                Integer first = groups.putIfAbsent(bonds.group(records.get(i).key()), i);
                if (first != null) {
                    whole.unite(first, i);
                }
            }
        }
    }

    /** An edge between positions; since records stand in the order of their keys, so do positions. */
    private record Link(int lower, int upper, double weight, boolean barred) {}

    /** What was decided: persons as lists of records, and the pairs that a person must decide about. */
    record Decision(
            List<List<LinkRecord>> persons, List<Question> review, Map<Long, Double> weights, Set<Long> byPerson) {

        /** The strongest edge by which a record belongs to its person; 0 for a record alone. */
        double weight(LinkRecord record) {
            return weights.getOrDefault(record.recordId(), 0.0);
        }

        /** Whether it is by a person's verdict that a record is where it is. */
        boolean byPerson(LinkRecord record) {
            return byPerson.contains(record.recordId());
        }
    }

    static Decision decide(List<LinkRecord> records, List<Edge> edges, Bonds bonds, Weights weights) {
        List<LinkRecord> ordered =
                records.stream().sorted(Comparator.comparing(LinkRecord::key)).toList();
        List<Link> links = strongestFirst(ordered, edges);
        Clusters first = new Clusters(ordered, bonds, weights);
        first.join(links, Set.of());
        Set<Integer> contested = first.contested(links);
        if (contested.isEmpty()) {
            return first.decision(links, contested);
        }
        Clusters second = new Clusters(ordered, bonds, weights);
        second.join(links, contested);
        return second.decision(links, contested);
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
            links.add(new Link(Math.min(a, b), Math.max(a, b), edge.weight(), edge.barred()));
        }
        links.sort(Comparator.comparingDouble((Link link) -> -link.weight())
                .thenComparingInt(Link::lower)
                .thenComparingInt(Link::upper));
        return links;
    }

    private void join(List<Link> links, Set<Integer> leftOut) {
        for (Link link : links) {
            if (link.weight() < weights.join()) {
                return;
            }
            boolean free = !link.barred() && !leftOut.contains(link.lower()) && !leftOut.contains(link.upper());
            if (free && !keptApart(link) && !contradicted(link)) {
                whole.unite(link.lower(), link.upper());
                parts.unite(link.lower(), link.upper());
            }
        }
    }

    private boolean together(Link link) {
        return whole.together(link.lower(), link.upper());
    }

    private boolean keptApart(Link link) {
        return whole.mark(link.lower()).keptApart(whole.mark(link.upper()));
    }

    private boolean contradicted(Link link) {
        return parts.mark(link.lower()).contradict(parts.mark(link.upper()));
    }

    private Set<Integer> contested(List<Link> links) {
        double[] inside = new double[records.size()];
        double[] outside = new double[records.size()];
        for (Link link : links) {
            if (link.weight() >= weights.join() - CLEARLY_BETTER && !link.barred() && !keptApart(link)) {
                double[] side = together(link) ? inside : outside;
                side[link.lower()] = Math.max(side[link.lower()], link.weight());
                side[link.upper()] = Math.max(side[link.upper()], link.weight());
            }
        }
        Set<Integer> contested = new HashSet<>();
        for (int i = 0; i < records.size(); i++) {
            LinkRecord record = records.get(i);
            String name = record.name();
            boolean lost = name != null && name.indexOf('?') >= 0 && record.id() == null && !bonds.joins(record.key());
            if (lost && outside[i] > 0 && inside[i] - outside[i] < CLEARLY_BETTER) {
                contested.add(i);
            }
        }
        return contested;
    }

    private Decision decision(List<Link> links, Set<Integer> contested) {
        Map<Integer, List<LinkRecord>> byRoot = new TreeMap<>();
        Set<Long> byPerson = new HashSet<>();
        for (int i = 0; i < records.size(); i++) {
            LinkRecord record = records.get(i);
            byRoot.computeIfAbsent(whole.find(i), root -> new ArrayList<>(4)).add(record);
            if (bonds.joins(record.key())) {
                byPerson.add(record.recordId());
            }
        }
        Map<Long, Double> inside = new HashMap<>();
        for (Link link : links) {
            if (!link.barred() && together(link)) {
                inside.merge(records.get(link.lower()).recordId(), link.weight(), Math::max);
                inside.merge(records.get(link.upper()).recordId(), link.weight(), Math::max);
            }
        }
        return new Decision(List.copyOf(byRoot.values()), questions(links, contested), inside, byPerson);
    }

    /** One question a pair of clusters: its conflict of verdicts, else its strongest link. */
    private List<Question> questions(List<Link> links, Set<Integer> contested) {
        Map<Long, Question> asked = new TreeMap<>();
        Map<SourceKey, Integer> positions = new HashMap<>();
        if (!bonds.conflicts().isEmpty()) {
            for (int i = 0; i < records.size(); i++) {
                positions.put(records.get(i).key(), i);
            }
        }
        for (Verdict verdict : bonds.conflicts()) {
            Integer a = positions.get(verdict.a());
            Integer b = positions.get(verdict.b());
            if (a != null && b != null) {
                ask(asked, a, b, 0, Question.Reason.CONFLICTING_VERDICTS);
            }
        }
        for (Link link : links) {
            if (!together(link) && !keptApart(link) && (link.barred() || !contradicted(link))) {
                boolean either = contested.contains(link.lower()) || contested.contains(link.upper());
                Question.Reason reason = link.barred()
                        ? Question.Reason.DIFFERENT_NUMBERS
                        : either ? Question.Reason.CONTESTED : Question.Reason.BETWEEN_THRESHOLDS;
                ask(asked, link.lower(), link.upper(), link.weight(), reason);
            }
        }
        return List.copyOf(asked.values());
    }

    private void ask(Map<Long, Question> asked, int one, int other, double weight, Question.Reason reason) {
        long a = records.get(one).recordId();
        long b = records.get(other).recordId();
        int first = Math.min(whole.find(one), whole.find(other));
        int second = Math.max(whole.find(one), whole.find(other));
        long clusters = ((long) first << 32) | second;
        asked.putIfAbsent(clusters, new Question(Math.min(a, b), Math.max(a, b), weight, reason));
    }
}
