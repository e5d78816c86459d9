package org.childfile.files.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.childfile.files.merge.Profile.Conflict;
import org.childfile.files.merge.Profile.Value;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;

/**
 * Merges a person's records into a profile. Pure: the same records and rules give the same profile, in whatever order the
 * records come. Records that their feed has withdrawn speak only where no other record is left at all.
 *
 * <p>Whatever the rules say, a value in doubt never wins over a sound one and has no vote, and what cannot be (a number whose
 * digits are lost, a birth after the day) stands in no file. Spellings of one name vote together; the one that most of them
 * use is taken, as it is registered.
 */
public final class Merger {

    /** The later stamp; of two equal ones the record whose key comes first. */
    private static final Comparator<SourceRecord> LATER =
            Comparator.comparing(SourceRecord::observedAt).thenComparing(SourceRecord::key, Comparator.reverseOrder());

    /** What stands for the rule of a value that is in doubt: no record gives a sound one. */
    private static final String DOUBTFUL = Value.DOUBTFUL;

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
    private record Candidate(
            SourceRecord record,
            Object value,
            boolean sound,
            boolean romanised,
            int supporters,
            int spelling,
            int rank) {}

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
            if (value != null && best.record().possible(attribute)) {
                String by = best.record().doubts().containsKey(attribute) ? DOUBTFUL : "group";
                values.put(
                        attribute,
                        new Value(value, best.record().key(), best.record().observedAt(), by));
            }
        }
    }

    private static List<Candidate> candidates(SurvivorshipRule rule, String attribute, List<SourceRecord> records) {
        boolean name = PersonNames.is(attribute);
        Map<Object, Integer> supporters = new HashMap<>();
        Map<Object, Integer> spellings = new HashMap<>();
        List<SourceRecord> giving = records.stream()
                .filter(record -> record.attributes().get(attribute) != null && record.possible(attribute))
                .toList();
        for (SourceRecord record : giving) {
            if (!record.doubts().containsKey(attribute)) {
                Object value = record.attributes().getOrDefault(attribute, "");
                supporters.merge(name ? PersonNames.compared(value) : value, 1, Integer::sum);
                spellings.merge(value, 1, Integer::sum);
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (SourceRecord record : giving) {
            Object value = record.attributes().getOrDefault(attribute, "");
            boolean sound = !record.doubts().containsKey(attribute);
            candidates.add(new Candidate(
                    record,
                    value,
                    sound,
                    name && PersonNames.romanised(value),
                    sound ? supporters.getOrDefault(name ? PersonNames.compared(value) : value, 0) : 0,
                    sound ? spellings.getOrDefault(value, 0) : 0,
                    rule.rank(record.key().feed())));
        }
        return candidates;
    }

    private static Comparator<Candidate> comparator(SurvivorshipRule rule) {
        Comparator<Candidate> comparator = by(Criterion.VALIDITY);
        for (Criterion criterion : rule.by()) {
            comparator = comparator.thenComparing(by(criterion));
        }
        return comparator;
    }

    private static Comparator<Candidate> by(Criterion criterion) {
        return switch (criterion) {
            case VALIDITY ->
                // How a name sounds to foreign ears is less than how it is written.
                Comparator.comparingInt((Candidate candidate) -> candidate.sound() ? 0 : 1)
                        .thenComparingInt(candidate -> candidate.romanised() ? 1 : 0);
            case MAJORITY ->
                Comparator.comparingInt((Candidate candidate) -> -candidate.supporters())
                        .thenComparingInt(candidate -> -candidate.spelling());
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
        if (by(Criterion.VALIDITY).compare(best, next) != 0) {
            return Criterion.VALIDITY.written();
        }
        for (Criterion criterion : rule.by()) {
            if (by(criterion).compare(best, next) != 0) {
                return criterion.written();
            }
        }
        return "key";
    }

    private static Value value(Candidate candidate, String rule) {
        return new Value(
                candidate.value(),
                candidate.record().key(),
                candidate.record().observedAt(),
                candidate.sound() ? rule : DOUBTFUL);
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
