package org.childfile.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.childfile.mapping.Population;
import org.childfile.mapping.SourceRecord;
import org.childfile.merge.Profile.Conflict;
import org.childfile.merge.Profile.Value;

/**
 * Merges a person's records into a profile. Pure: the same records and rules give the same profile, in whatever order the
 * records come. Records that their feed has withdrawn speak only where no other record is left at all.
 */
public final class Merger {

    /** The later stamp; of two equal ones the record whose key comes first. */
    private static final Comparator<SourceRecord> LATER =
            Comparator.comparing(SourceRecord::observedAt).thenComparing(SourceRecord::key, Comparator.reverseOrder());

    private final List<SurvivorshipRule> rules;

    public Merger(Survivorship survivorship, Population population) {
        this.rules = survivorship.rules(population);
    }

    public Profile merge(List<SourceRecord> records) {
        List<SourceRecord> live =
                records.stream().filter(record -> !record.withdrawn()).toList();
        List<SourceRecord> speaking = live.isEmpty() ? records : live;
        SortedMap<String, Value> values = new TreeMap<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (SurvivorshipRule rule : rules) {
            if (rule.union()) {
                union(rule, speaking, values);
            } else {
                choose(rule, speaking, values, conflicts);
            }
        }
        List<String> feeds = live.stream()
                .map(record -> record.key().feed())
                .distinct()
                .sorted()
                .toList();
        if (live.isEmpty()) {
            // Nobody keeps the child on a list any more: what was only ever true while a feed said so has ended.
            values.remove("on_roster");
        }
        return new Profile(values, conflicts, feeds);
    }

    /** A record that gives the attribute, and how it stands by each criterion. */
    private record Candidate(SourceRecord record, Object value, boolean sound, int supporters, int rank) {}

    private static void choose(
            SurvivorshipRule rule,
            List<SourceRecord> records,
            SortedMap<String, Value> values,
            List<Conflict> conflicts) {
        String leading = rule.attributes().getFirst();
        List<Candidate> candidates = candidates(rule, leading, records);
        if (candidates.isEmpty()) {
            return;
        }
        candidates.sort(
                comparator(rule).thenComparing(candidate -> candidate.record().key()));
        Candidate best = candidates.getFirst();
        List<Candidate> others = differing(candidates, best);
        String decidedBy = others.isEmpty() ? "only" : decidedBy(rule, best, others.getFirst());
        Value chosen = value(best, decidedBy);
        values.put(leading, chosen);
        if (!others.isEmpty()) {
            conflicts.add(new Conflict(
                    leading,
                    chosen,
                    others.stream().map(other -> value(other, "")).toList()));
        }
        for (String attribute : rule.attributes().subList(1, rule.attributes().size())) {
            Object value = best.record().attributes().get(attribute);
            if (value != null) {
                values.put(
                        attribute,
                        new Value(value, best.record().key(), best.record().observedAt(), "group"));
            }
        }
    }

    private static List<Candidate> candidates(SurvivorshipRule rule, String attribute, List<SourceRecord> records) {
        Map<Object, Integer> supporters = new HashMap<>();
        for (SourceRecord record : records) {
            Object value = record.attributes().get(attribute);
            if (value != null) {
                supporters.merge(value, 1, Integer::sum);
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (SourceRecord record : records) {
            Object value = record.attributes().get(attribute);
            if (value != null) {
                candidates.add(new Candidate(
                        record,
                        value,
                        !record.doubts().containsKey(attribute),
                        supporters.getOrDefault(value, 0),
                        rule.rank(record.key().feed())));
            }
        }
        return candidates;
    }

    private static Comparator<Candidate> comparator(SurvivorshipRule rule) {
        Comparator<Candidate> comparator = Comparator.comparingInt(candidate -> 0);
        for (Criterion criterion : rule.by()) {
            comparator = comparator.thenComparing(by(criterion));
        }
        return comparator;
    }

    private static Comparator<Candidate> by(Criterion criterion) {
        return switch (criterion) {
            case VALIDITY -> Comparator.comparingInt(candidate -> candidate.sound() ? 0 : 1);
            case MAJORITY -> Comparator.comparingInt(candidate -> -candidate.supporters());
            case ORDER -> Comparator.comparingInt(Candidate::rank);
            case RECENCY ->
                Comparator.comparing((Candidate candidate) -> candidate.record().observedAt())
                        .reversed();
        };
    }

    /** One candidate, the best, for each other value. */
    private static List<Candidate> differing(List<Candidate> sorted, Candidate best) {
        Set<Object> seen = new LinkedHashSet<>(Set.of(best.value()));
        return sorted.stream().filter(candidate -> seen.add(candidate.value())).toList();
    }

    private static String decidedBy(SurvivorshipRule rule, Candidate best, Candidate next) {
        for (Criterion criterion : rule.by()) {
            if (by(criterion).compare(best, next) != 0) {
                return criterion.written();
            }
        }
        return "key";
    }

    private static Value value(Candidate candidate, String rule) {
        return new Value(
                candidate.value(), candidate.record().key(), candidate.record().observedAt(), rule);
    }

    private static void union(SurvivorshipRule rule, List<SourceRecord> records, SortedMap<String, Value> values) {
        String attribute = rule.attributes().getFirst();
        Set<String> all = new java.util.TreeSet<>();
        SourceRecord latest = null;
        for (SourceRecord record : records) {
            if (!record.texts(attribute).isEmpty()) {
                all.addAll(record.texts(attribute));
                latest = latest == null || LATER.compare(record, latest) > 0 ? record : latest;
            }
        }
        if (latest != null) {
            values.put(attribute, new Value(List.copyOf(all), latest.key(), latest.observedAt(), "union"));
        }
    }
}
