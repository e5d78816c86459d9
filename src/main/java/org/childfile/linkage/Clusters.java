package org.childfile.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.childfile.kernel.SourceKey;
import org.childfile.matching.Decision;
import org.childfile.matching.Matcher;

/**
 * Joins records to persons, on the cluster and not only pair by pair:
 *
 * <ol>
 *   <li>What a person said to be one is one from the start, whatever the rules say.
 *   <li>Edges of at least the joining weight are taken strongest first (equal ones in the order of their keys).
 *   <li>Two clusters are not joined that hold records which a person said to be two.
 *   <li>Nor are two parts that hold different valid id numbers or birth certificates, or between which only a weak bridge
 *       stands ({@link Bridge}). A part is what the rules joined; a cluster may be several parts that a person said to be
 *       one, each of which goes on growing by itself.
 *   <li>A record without a number of its own that fits two clusters which cannot be one about equally well is taken out and
 *       left to a person: it may be either twin's.
 * </ol>
 *
 * <p>The result depends on the records, edges and verdicts alone, not on their order.
 */
final class Clusters {

    private final List<LinkRecord> records;
    private final Bonds bonds;
    private final Decision decision;
    private final Bridge bridge;
    private final List<Numbers> numbers;
    private final Partition<Ties> whole;
    private final Partition<Part> parts;

    private Clusters(LinkTable table, Bonds bonds, Matcher matcher) {
        this.records = table.records();
        this.bonds = bonds;
        this.decision = matcher.model().decision();
        this.bridge = new Bridge(matcher);
        this.whole = new Partition<>(
                records.stream().map(record -> Ties.of(record, bonds)).toList(), Ties::and);
        this.numbers = IntStream.range(0, records.size())
                .mapToObj(row -> Numbers.of(table.people(), row))
                .toList();
        this.parts = new Partition<>(
                IntStream.range(0, records.size())
                        .mapToObj(row -> new Part(numbers.get(row), new int[] {row}))
                        .toList(),
                Part::and);
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
    record Persons(
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

    static Persons decide(LinkTable table, List<Edge> edges, Bonds bonds, Matcher matcher) {
        List<Link> links = strongestFirst(table, edges);
        Clusters first = new Clusters(table, bonds, matcher);
        first.join(links, Set.of());
        Set<Integer> contested = first.contested(links);
        if (contested.isEmpty()) {
            return first.persons(links, contested);
        }
        Clusters second = new Clusters(table, bonds, matcher);
        second.join(links, contested);
        return second.persons(links, contested);
    }

    private static List<Link> strongestFirst(LinkTable table, List<Edge> edges) {
        List<Link> links = new ArrayList<>(edges.size());
        for (Edge edge : edges) {
            int a = table.row(edge.a());
            int b = table.row(edge.b());
            links.add(new Link(Math.min(a, b), Math.max(a, b), edge.weight(), edge.barred()));
        }
        links.sort(Comparator.comparingDouble((Link link) -> -link.weight())
                .thenComparingInt(Link::lower)
                .thenComparingInt(Link::upper));
        return links;
    }

    private void join(List<Link> links, Set<Integer> leftOut) {
        for (Link link : links) {
            if (link.weight() < decision.joinBits()) {
                return;
            }
            boolean free = !link.barred() && !leftOut.contains(link.lower()) && !leftOut.contains(link.upper());
            if (free
                    && !parts.together(link.lower(), link.upper())
                    && !keptApart(link)
                    && !contradicted(link)
                    && bridged(link)) {
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
        return parts.mark(link.lower())
                .numbers()
                .contradict(parts.mark(link.upper()).numbers());
    }

    private boolean bridged(Link link) {
        return bridge.holds(parts.mark(link.lower()), parts.mark(link.upper()), link.weight());
    }

    private Set<Integer> contested(List<Link> links) {
        double[] inside = new double[records.size()];
        double[] outside = new double[records.size()];
        for (Link link : links) {
            boolean counts =
                    link.weight() >= decision.joinBits() - decision.clear() && !link.barred() && !keptApart(link);
            if (counts && (together(link) || contradicted(link))) {
                double[] side = together(link) ? inside : outside;
                side[link.lower()] = Math.max(side[link.lower()], link.weight());
                side[link.upper()] = Math.max(side[link.upper()], link.weight());
            }
        }
        Set<Integer> contested = new HashSet<>();
        for (int row = 0; row < records.size(); row++) {
            boolean free =
                    numbers.get(row).none() && !bonds.joins(records.get(row).key());
            boolean both = inside[row] > 0 && outside[row] > 0;
            if (free && both && inside[row] - outside[row] < decision.clear()) {
                contested.add(row);
            }
        }
        return contested;
    }

    private Persons persons(List<Link> links, Set<Integer> contested) {
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
        return new Persons(List.copyOf(byRoot.values()), questions(links, contested), inside, byPerson);
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
                ask(asked, link.lower(), link.upper(), link.weight(), reason(link, either));
            }
        }
        return List.copyOf(asked.values());
    }

    private Question.Reason reason(Link link, boolean contested) {
        if (link.barred()) {
            return Question.Reason.DIFFERENT_NUMBERS;
        }
        if (contested) {
            return Question.Reason.CONTESTED;
        }
        return link.weight() >= decision.joinBits() ? Question.Reason.WEAK_BRIDGE : Question.Reason.BETWEEN_THRESHOLDS;
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
