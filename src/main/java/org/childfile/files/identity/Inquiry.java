package org.childfile.files.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.childfile.files.identity.Question.Reason;
import org.childfile.kernel.SourceKey;

/**
 * What a person is asked about clusters: of each pair of them one question, about its conflict of verdicts, else about a number
 * that both hold, else about its strongest edge. In a crowd that is alike throughout, each record is asked about once, and not
 * with each of the others.
 */
final class Inquiry {

    private final List<LinkRecord> records;
    private final VerdictConstraints constraints;
    private final Exceptions exceptions;
    private final PersonClustering clusters;
    private final Map<Long, Question> asked = new TreeMap<>();
    private final Set<Integer> crowd = new HashSet<>();

    Inquiry(
            List<LinkRecord> records,
            VerdictConstraints constraints,
            Exceptions exceptions,
            PersonClustering clusters) {
        this.records = records;
        this.constraints = constraints;
        this.exceptions = exceptions;
        this.clusters = clusters;
    }

    /** @param links strongest first */
    List<Question> questions(List<Link> links) {
        aboutVerdicts();
        for (Link link : links) {
            if (reason(link).filter(Reason.ONE_NUMBER::equals).isPresent()) {
                ask(link.lower(), link.upper(), link.weight(), Reason.ONE_NUMBER);
            }
        }
        for (Link link : links) {
            reason(link).ifPresent(reason -> {
                if (!reason.ofCrowds() || fresh(link)) {
                    ask(link.lower(), link.upper(), link.weight(), reason);
                }
            });
        }
        return List.copyOf(asked.values());
    }

    /** Whether one of the two was not asked about yet as one of a crowd. */
    private boolean fresh(Link link) {
        boolean lower = crowd.add(link.lower());
        boolean upper = crowd.add(link.upper());
        return lower || upper;
    }

    private Optional<Reason> reason(Link link) {
        return clusters.reason(link, exceptions);
    }

    private void aboutVerdicts() {
        if (constraints.conflicts().isEmpty()) {
            return;
        }
        Map<SourceKey, Integer> positions = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            positions.put(records.get(i).key(), i);
        }
        for (Verdict verdict : constraints.conflicts()) {
            Integer a = positions.get(verdict.a());
            Integer b = positions.get(verdict.b());
            if (a != null && b != null) {
                ask(a, b, 0, Reason.CONFLICTING_VERDICTS);
            }
        }
    }

    private void ask(int one, int other, double weight, Reason reason) {
        long a = records.get(one).recordId();
        long b = records.get(other).recordId();
        int first = Math.min(clusters.person(one), clusters.person(other));
        int second = Math.max(clusters.person(one), clusters.person(other));
        long pair = ((long) first << 32) | second;
        asked.putIfAbsent(pair, new Question(Math.min(a, b), Math.max(a, b), weight, reason));
    }
}
