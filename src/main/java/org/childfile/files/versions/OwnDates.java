package org.childfile.files.versions;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.childfile.files.merge.Profile;
import org.childfile.files.merge.Profile.Value;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;

/** The dates that sources give themselves for when something is true, and what these dates are about. */
final class OwnDates {

    private static final String RECOGNISED = "recognised_on";
    private static final String LEFT = "left_roster_on";
    private static final String SINCE = "parents_state_since";
    private static final Map<String, List<String>> GOVERNED = Map.of(
            RECOGNISED, List.of("on_roster"),
            LEFT, List.of("on_roster"),
            SINCE, List.of("father_state", "mother_state"));

    private OwnDates() {}

    /** The attributes that are dates of this kind. */
    static Iterable<String> all() {
        return GOVERNED.keySet();
    }

    /** The attributes whose value of now a date is about. */
    static List<String> governedBy(String date, Profile profile) {
        return GOVERNED.getOrDefault(date, List.of()).stream()
                .filter(attribute -> date.equals(governing(attribute, profile)))
                .toList();
    }

    /** The attribute that tells since when another one has the value that it has now; itself for such a date. */
    private static @Nullable String governing(String attribute, Profile profile) {
        return switch (attribute) {
            case "on_roster" -> profile.values().containsKey(attribute) ? RECOGNISED : LEFT;
            case "father_state", "mother_state" -> SINCE;
            case RECOGNISED, LEFT, SINCE -> attribute;
            default -> null;
        };
    }

    /**
     * Since when the attribute is what it is now, by the record that says so: {@code source} gave the value, or gave it
     * before it was gone. A child's file has no day before its birth. Empty where the record gives no date.
     */
    static Optional<LocalDate> since(String attribute, SourceKey source, Profile profile) {
        String governing = governing(attribute, profile);
        if (governing == null) {
            return Optional.empty();
        }
        Value date = profile.values().get(governing);
        return date == null || !date.source().equals(source)
                ? Optional.empty()
                : day(date).map(day -> notBeforeBirth(day, profile));
    }

    private static LocalDate notBeforeBirth(LocalDate day, Profile profile) {
        Value birth = profile.values().get("birth_date");
        return birth == null
                ? day
                : day(birth).filter(born -> born.isAfter(day)).orElse(day);
    }

    private static Optional<LocalDate> day(Value value) {
        try {
            return Optional.of(LocalDate.parse(String.valueOf(value.value())));
        } catch (DateTimeParseException doubtful) {
            return Optional.empty();
        }
    }
}
