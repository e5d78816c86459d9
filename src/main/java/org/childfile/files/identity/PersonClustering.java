package org.childfile.files.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.childfile.files.identity.Question.Reason;
import org.childfile.kernel.SourceKey;
import org.childfile.linkage.matching.Clustering;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.matching.Matcher;
import org.childfile.linkage.matching.RowClusters;

/**
 * Joins records to persons by {@link Clustering}, and makes of what it leaves to a person one question about each pair of
 * persons: about their conflict of verdicts, else about a number that both hold, else about their strongest edge. In a crowd that
 * is alike throughout, each record is asked about once, and not with each of the others.
 */
final class PersonClustering {

    private final List<LinkRecord> records;
    private final VerdictConstraints constraints;
    private final RowClusters clusters;
    private final Map<Long, Question> asked = new TreeMap<>();
    private final Set<Integer> crowd = new HashSet<>();

    private PersonClustering(List<LinkRecord> records, VerdictConstraints constraints, RowClusters clusters) {
        this.records = records;
        this.constraints = constraints;
        this.clusters = clusters;
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

    /** @param edges of the rows of the table */
    static Persons decide(LinkTable table, Edges edges, VerdictConstraints constraints, Matcher matcher) {
        List<LinkRecord> records = table.records();
        RowClusters clusters = Clustering.decide(matcher, edges, constraints.among(records));
        return new PersonClustering(records, constraints, clusters).persons(edges);
    }

    private Persons persons(Edges edges) {
        Map<Integer, List<LinkRecord>> byRoot = new TreeMap<>();
        Set<Long> byPerson = new HashSet<>();
        for (int row = 0; row < records.size(); row++) {
            LinkRecord record = records.get(row);
            byRoot.computeIfAbsent(person(row), root -> new ArrayList<>(4)).add(record);
            if (constraints.joins(record.key())) {
                byPerson.add(record.recordId());
            }
        }
        Map<Long, Double> inside = new HashMap<>();
        for (int i = 0; i < edges.size(); i++) {
            if (edges.bar(i) == null && person(edges.lower(i)) == person(edges.upper(i))) {
                inside.merge(records.get(edges.lower(i)).recordId(), edges.weight(i), Math::max);
                inside.merge(records.get(edges.upper(i)).recordId(), edges.weight(i), Math::max);
            }
        }
        return new Persons(List.copyOf(byRoot.values()), questions(), inside, byPerson);
    }

    /** The row that stands for the person of a record. */
    private int person(int row) {
        return clusters.of()[row];
    }

    private List<Question> questions() {
        askAboutVerdicts();
        for (RowClusters.Review edge : clusters.review()) {
            if (edge.reason().equals(RowClusters.ONE_NUMBER)) {
                ask(edge.a(), edge.b(), edge.weight(), Reason.ONE_NUMBER);
            }
        }
        for (RowClusters.Review edge : clusters.review()) {
            Reason reason = Reason.of(edge.reason());
            if (!reason.ofCrowds() || fresh(edge)) {
                ask(edge.a(), edge.b(), edge.weight(), reason);
            }
        }
        return List.copyOf(asked.values());
    }

    /** Whether one of the two was not asked about yet as one of a crowd. */
    private boolean fresh(RowClusters.Review edge) {
        boolean a = crowd.add(edge.a());
        boolean b = crowd.add(edge.b());
        return a || b;
    }

    private void askAboutVerdicts() {
        if (constraints.conflicts().isEmpty()) {
            return;
        }
        Map<SourceKey, Integer> rows = new HashMap<>();
        for (int row = 0; row < records.size(); row++) {
            rows.put(records.get(row).key(), row);
        }
        for (Verdict verdict : constraints.conflicts()) {
            Integer a = rows.get(verdict.a());
            Integer b = rows.get(verdict.b());
            if (a != null && b != null) {
                ask(a, b, 0, Reason.CONFLICTING_VERDICTS);
            }
        }
    }

    private void ask(int one, int other, double weight, Reason reason) {
        long a = records.get(one).recordId();
        long b = records.get(other).recordId();
        int first = Math.min(person(one), person(other));
        int second = Math.max(person(one), person(other));
        long pair = ((long) first << 32) | second;
        asked.putIfAbsent(pair, new Question(Math.min(a, b), Math.max(a, b), weight, reason));
    }
}
