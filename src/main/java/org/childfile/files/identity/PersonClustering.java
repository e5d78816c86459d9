package org.childfile.files.identity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.childfile.kernel.SourceKey;
import org.childfile.linkage.matching.Contested;
import org.childfile.linkage.matching.Matcher;
import org.childfile.linkage.matching.PairWeight;
import org.childfile.linkage.model.DecisionThresholds;

/**
 * Joins records to persons, on the cluster and not only pair by pair:
 *
 * <ol>
 *   <li>What a person said to be one is one from the start, whatever the rules say.
 *   <li>Edges of at least the joining weight are taken strongest first (equal ones in the order of their keys), but for those
 *       that the model leaves to a person.
 *   <li>Two clusters are not joined that hold records which a person said to be two.
 *   <li>Nor are two parts that hold different valid id numbers or birth certificates, or between which only a weak bridge
 *       stands ({@link Bridge}). A part is what the rules joined; a cluster may be several parts that a person said to be
 *       one, each of which goes on growing by itself.
 *   <li>A record without a number of its own that fits two clusters which cannot be one about equally well is taken out and
 *       left to a person: it may be either twin's.
 *   <li>Of what would be more records than the model joins without a person only those stay together that share a number; what
 *       is still too many is left apart altogether.
 * </ol>
 *
 * <p>The result depends on the records, edges and verdicts alone, not on their order.
 */
final class PersonClustering {

    private final List<LinkRecord> records;
    private final VerdictConstraints constraints;
    private final DecisionThresholds decision;
    private final PairWeight weight;
    private final Bridge bridge;
    private final List<Numbers> numbers;
    private final Partition<Ties> whole;
    private final Partition<JoinedRows> parts;

    private PersonClustering(LinkTable table, VerdictConstraints constraints, Matcher matcher) {
        this.records = table.records();
        this.constraints = constraints;
        this.decision = matcher.model().decision();
        this.weight = matcher.weighing();
        this.bridge = new Bridge(weight, decision.bridge());
        this.whole = new Partition<>(records.size(), row -> Ties.of(records.get(row), constraints), Ties::and);
        this.numbers = IntStream.range(0, records.size())
                .mapToObj(row -> Numbers.of(table.people(), row))
                .toList();
        this.parts = new Partition<>(
                records.size(), row -> new JoinedRows(numbers.get(row), new int[] {row}), JoinedRows::and);
        Map<SourceKey, Integer> groups = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            if (constraints.joins(records.get(i).key())) {
                Integer first =
                        groups.putIfAbsent(constraints.group(records.get(i).key()), i);
                if (first != null) {
                    whole.unite(first, i);
                }
            }
        }
    }

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

    static Persons decide(LinkTable table, List<Edge> edges, VerdictConstraints constraints, Matcher matcher) {
        List<Link> links = Link.strongestFirst(table, edges);
        PersonClustering clusters = new PersonClustering(table, constraints, matcher).joined(links, Exceptions.NONE);
        Exceptions found = new Exceptions(clusters.contested(links), clusters.tooMany(), Set.of());
        if (!found.contested().isEmpty() || !found.crowd().isEmpty()) {
            clusters = new PersonClustering(table, constraints, matcher).joined(links, found);
        }
        Set<Integer> left = clusters.tooMany();
        if (!left.isEmpty()) {
            found = new Exceptions(found.contested(), found.crowd(), left);
            clusters = new PersonClustering(table, constraints, matcher).joined(links, found);
        }
        return clusters.persons(links, found);
    }

    private PersonClustering joined(List<Link> links, Exceptions exceptions) {
        for (Link link : links) {
            if (link.weight() < decision.joinBits()) {
                break;
            }
            if (link.bar() == null
                    && !exceptions.bars(link, sharing(link))
                    && !parts.together(link.lower(), link.upper())
                    && !keptApart(link)
                    && !contradicted(link)
                    && parting(link).isEmpty()) {
                whole.unite(link.lower(), link.upper());
                parts.unite(link.lower(), link.upper());
            }
        }
        return this;
    }

    /** The records of parts that are larger than what the model joins without a person. */
    private Set<Integer> tooMany() {
        Set<Integer> found = new HashSet<>();
        for (int row = 0; row < records.size(); row++) {
            if (parts.mark(row).rows().length > decision.group()) {
                found.add(row);
            }
        }
        return found;
    }

    private boolean sharing(Link link) {
        return numbers.get(link.lower()).share(numbers.get(link.upper()));
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

    private Optional<Question.Reason> parting(Link link) {
        return bridge.parting(parts.mark(link.lower()), parts.mark(link.upper()), link.weight());
    }

    /** Whether two parts can never be one: by their numbers, or by a pair of their records. */
    private boolean never(Link link) {
        return contradicted(link)
                || parting(link)
                        .filter(reason -> reason != Question.Reason.WEAK_BRIDGE)
                        .isPresent();
    }

    private Set<Integer> contested(List<Link> links) {
        double floor = Contested.floor(decision);
        BitSet contested = Contested.of(
                records.size(),
                decision,
                weight,
                side -> links.stream()
                        .takeWhile(link -> link.weight() >= floor)
                        .filter(link -> link.bar() == null && !keptApart(link) && (together(link) || never(link)))
                        .forEach(link -> side.link(link.lower(), link.upper(), link.weight(), together(link))),
                row -> numbers.get(row).none()
                        && !constraints.joins(records.get(row).key()));
        return contested.stream().boxed().collect(Collectors.toSet());
    }

    private Persons persons(List<Link> links, Exceptions exceptions) {
        Map<Integer, List<LinkRecord>> byRoot = new TreeMap<>();
        Set<Long> byPerson = new HashSet<>();
        for (int i = 0; i < records.size(); i++) {
            LinkRecord record = records.get(i);
            byRoot.computeIfAbsent(whole.find(i), root -> new ArrayList<>(4)).add(record);
            if (constraints.joins(record.key())) {
                byPerson.add(record.recordId());
            }
        }
        Map<Long, Double> inside = new HashMap<>();
        for (Link link : links) {
            if (link.bar() == null && together(link)) {
                inside.merge(records.get(link.lower()).recordId(), link.weight(), Math::max);
                inside.merge(records.get(link.upper()).recordId(), link.weight(), Math::max);
            }
        }
        List<Question> review = new Inquiry(records, constraints, exceptions, this).questions(links);
        return new Persons(List.copyOf(byRoot.values()), review, inside, byPerson);
    }

    /** The position that stands for the person of a record. */
    int person(int row) {
        return whole.find(row);
    }

    /** Why the rules did not join the two of an edge, and a person is asked; empty where nobody is. */
    Optional<Question.Reason> reason(Link link, Exceptions exceptions) {
        if (together(link) || keptApart(link)) {
            return Optional.empty();
        }
        if (link.bar() != null) {
            return Optional.of(link.bar());
        }
        if (contradicted(link)) {
            return Optional.empty();
        }
        if (exceptions.apart(link)) {
            return Optional.of(Question.Reason.GROUP_TOO_LARGE);
        }
        if (sharing(link)) {
            return Optional.of(Question.Reason.ONE_NUMBER);
        }
        if (exceptions.contested(link)) {
            return Optional.of(Question.Reason.CONTESTED);
        }
        if (link.weight() < decision.joinBits()) {
            return Optional.of(Question.Reason.BETWEEN_THRESHOLDS);
        }
        return exceptions.crowded(link)
                ? Optional.of(Question.Reason.GROUP_TOO_LARGE)
                : Optional.of(parting(link).orElse(Question.Reason.WEAK_BRIDGE));
    }
}
