package org.childfile.files.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.childfile.access.erasure.Correction;
import org.childfile.files.merge.Profile.Conflict;
import org.childfile.files.merge.Profile.Value;
import org.jspecify.annotations.Nullable;

/**
 * A profile as the feeds give it, corrected by what persons proved. Pure.
 *
 * @param settled the numbers of the corrections that the feeds say themselves by now
 */
public record Corrected(Profile profile, List<Long> settled) {

    private static final String RULE = "correction";

    public Corrected {
        settled = List.copyOf(settled);
    }

    /**
     * Corrects a profile.
     *
     * @param corrections the oldest first: of two about one attribute the later one counts
     */
    public static Corrected of(Profile plain, List<Correction> corrections) {
        SortedMap<String, Value> values = new TreeMap<>(plain.values());
        List<Conflict> conflicts = new ArrayList<>(plain.conflicts());
        List<Long> settled = new ArrayList<>();
        for (Correction correction : corrections) {
            Value told = plain.values().get(correction.attribute());
            Object value = correction.value();
            if (value == null) {
                continue;
            }
            if (told != null && told.value().equals(value)) {
                settled.add(correction.number());
                continue;
            }
            Value corrected = new Value(value, correction.source(), correction.observedAt(), RULE);
            values.put(correction.attribute(), corrected);
            conflicts.removeIf(conflict -> conflict.attribute().equals(correction.attribute()));
            conflict(plain, told, corrected, correction.attribute()).ifPresent(conflicts::add);
        }
        return new Corrected(new Profile(values, conflicts, plain.feeds()), settled);
    }

    private static Optional<Conflict> conflict(Profile plain, @Nullable Value told, Value corrected, String attribute) {
        if (told == null) {
            return Optional.empty();
        }
        List<Value> others = plain.conflicts().stream()
                .filter(conflict -> conflict.attribute().equals(attribute))
                .flatMap(conflict -> conflict.others().stream())
                .filter(other -> !other.value().equals(corrected.value()))
                .toList();
        return Optional.of(new Conflict(
                attribute,
                corrected,
                Stream.concat(Stream.of(told), others.stream()).toList()));
    }
}
