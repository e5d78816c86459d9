package org.childfile.files.versions;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.childfile.files.merge.Profile;
import org.childfile.files.merge.Profile.Value;
import org.childfile.kernel.Resources;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;

/** The dates that sources give themselves for when something is true, and what these dates are about. */
final class OwnDates {

    /** The two dates of an attribute: while it has a value, and once it has none. */
    private record Dates(String present, String gone) {}

    private static final Map<String, Dates> OF_ATTRIBUTES = new LinkedHashMap<>();
    private static final Set<String> ALL = new LinkedHashSet<>();

    static {
        for (String line : Resources.lines(OwnDates.class, "own-dates.csv")) {
            String[] cells = line.split(",", -1);
            OF_ATTRIBUTES.put(cells[0], new Dates(cells[1], cells[2]));
            ALL.add(cells[1]);
            ALL.add(cells[2]);
        }
    }

    private OwnDates() {}

    /** The attributes that are dates of this kind. */
    static Iterable<String> all() {
        return ALL;
    }

    /** The attributes whose value of now a date is about. */
    static List<String> governedBy(String date, Profile profile) {
        return OF_ATTRIBUTES.keySet().stream()
                .filter(attribute -> date.equals(governing(attribute, profile)))
                .toList();
    }

    /** The attribute that tells since when another one has the value that it has now; itself for such a date. */
    private static @Nullable String governing(String attribute, Profile profile) {
        Dates dates = OF_ATTRIBUTES.get(attribute);
        if (dates == null) {
            return ALL.contains(attribute) ? attribute : null;
        }
        return profile.values().containsKey(attribute) ? dates.present() : dates.gone();
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
