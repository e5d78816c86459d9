package org.childfile.files.digitalfile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The file of a child as it stands, with what else rules ask for.
 *
 * @param birthDate null where nobody knows it
 * @param feeds the feeds that hold the child now
 * @param provenance every value with its source and rule, as {@code versions.child_version} keeps it
 * @param identifiers opens what lies sealed, by attribute
 * @param texts seals and opens what is sensitive in texts about the child
 */
record RuleInput(
        String childId,
        @Nullable LocalDate birthDate,
        List<String> feeds,
        String provenance,
        Supplier<Map<String, Object>> identifiers,
        SealedFacts texts,
        List<Withdrawn> withdrawn,
        Care care) {

    private static final int OF_AGE = 18;

    RuleInput {
        feeds = List.copyOf(feeds);
        withdrawn = List.copyOf(withdrawn);
    }

    /** Whether the child is grown up: from the day after the birthday, as courts count. */
    boolean ofAge(LocalDate day) {
        return comesOfAge().filter(of -> !day.isBefore(of)).isPresent();
    }

    /** The first day on which the child is grown up; empty where nobody knows its date of birth. */
    Optional<LocalDate> comesOfAge() {
        return Optional.ofNullable(birthDate).map(born -> born.plusYears(OF_AGE).plusDays(1));
    }
}
