package org.childfile.files.merge;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.childfile.kernel.SourceKey;

/**
 * What is taken to be true of one person, each value with where it comes from.
 *
 * @param values by attribute; an attribute that no record gives is absent
 * @param feeds the feeds that speak of the person now, sorted; none if all have withdrawn their records
 */
public record Profile(SortedMap<String, Value> values, List<Conflict> conflicts, List<String> feeds) {

    /**
     * One value.
     *
     * @param value String, Boolean, Integer, {@code List<String>} or {@code Map<String, String>}
     * @param rule what decided for it: {@code only} (nothing disagreed), a criterion, {@code group} or {@code union};
     *     {@link #DOUBTFUL} where the value is in doubt and no record gives a sound one
     */
    public record Value(Object value, SourceKey source, Instant observedAt, String rule) {
        public static final String DOUBTFUL = "doubtful";

        public boolean doubtful() {
            return rule.equals(DOUBTFUL);
        }

        Value withSource(UnaryOperator<SourceKey> form) {
            return new Value(value, form.apply(source), observedAt, rule);
        }
    }

    /** Records gave different values: what was chosen, and what was not. */
    public record Conflict(String attribute, Value chosen, List<Value> others) {
        public Conflict {
            others = List.copyOf(others);
        }
    }

    /** The same with the keys of its sources in another form. */
    public Profile withSources(UnaryOperator<SourceKey> form) {
        SortedMap<String, Value> other = new TreeMap<>();
        values.forEach((attribute, value) -> other.put(attribute, value.withSource(form)));
        return new Profile(
                other,
                conflicts.stream()
                        .map(conflict -> new Conflict(
                                conflict.attribute(),
                                conflict.chosen().withSource(form),
                                conflict.others().stream()
                                        .map(value -> value.withSource(form))
                                        .toList()))
                        .toList(),
                feeds);
    }

    public Profile {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        conflicts = List.copyOf(conflicts);
        feeds = List.copyOf(feeds);
    }
}
