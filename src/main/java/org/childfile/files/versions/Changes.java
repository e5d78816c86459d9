package org.childfile.files.versions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.childfile.files.merge.Profile;
import org.childfile.files.merge.Profile.Value;
import org.childfile.kernel.CityTime;
import org.childfile.kernel.Resources;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * What a night knows of a person that its file does not say yet, each change with the day since when it holds: the
 * source's own date ({@link OwnDates}); else the day of the update stamp of the record that says so. Where nobody says so
 * any more, or a record is back that had been gone and says what it said, it is the day of the night: what such a record
 * says did not hold while it was gone. Never a day after that of the night.
 */
final class Changes {

    /** What a person has from the first day of its file on, and where it lives, which decides who may see the file. */
    private static final Set<String> OF_THE_PERSON = Set.copyOf(Resources.lines(Changes.class, "of-the-person.txt"));

    private final List<Period> standing;
    private final Profile before;
    private final Profile now;
    private final LocalDate night;
    private final List<String> differing;

    private Changes(List<Period> standing, Profile now, LocalDate night) {
        this.standing = standing;
        this.before = standing.getLast().profile();
        this.now = now;
        this.night = night;
        this.differing = ProfileComparison.differing(before, now);
    }

    static boolean ofThePerson(String attribute) {
        return OF_THE_PERSON.contains(attribute);
    }

    /** The changes of a file that stands, by their days. */
    static List<Change> of(List<Period> standing, Profile now, LocalDate night) {
        return new Changes(standing, now, night).list();
    }

    /**
     * All that a new file says. What has no date of its own is known to hold since the latest stamp; what is of the
     * person holds since the first day of all.
     */
    static List<Change> first(Profile now, LocalDate night) {
        LocalDate known = now.values().values().stream()
                .map(value -> day(value.observedAt()))
                .max(Comparator.naturalOrder())
                .filter(day -> !day.isAfter(night))
                .orElse(night);
        List<Change> changes = new ArrayList<>();
        now.values().forEach((attribute, value) -> {
            if (!ofThePerson(attribute)) {
                changes.add(new Change(
                        attribute,
                        value,
                        OwnDates.since(attribute, value.source(), now)
                                .filter(day -> !day.isAfter(night))
                                .orElse(known)));
            }
        });
        LocalDate first = changes.stream()
                .map(Change::since)
                .min(Comparator.naturalOrder())
                .orElse(known);
        now.values().forEach((attribute, value) -> {
            if (ofThePerson(attribute)) {
                changes.add(new Change(attribute, value, first));
            }
        });
        return inOrder(changes);
    }

    private List<Change> list() {
        List<Change> changes = new ArrayList<>();
        for (String attribute : differing) {
            changes.add(new Change(attribute, now.values().get(attribute), since(attribute)));
        }
        for (String date : OwnDates.all()) {
            corrected(date, changes);
        }
        return inOrder(changes);
    }

    private LocalDate since(String attribute) {
        Value present = now.values().get(attribute);
        Value past = before.values().get(attribute);
        if (present != null && isBack(attribute, present)) {
            return night;
        }
        SourceKey source = present != null
                ? present.source()
                : Objects.requireNonNull(past).source();
        Optional<LocalDate> own = OwnDates.since(attribute, source, now);
        LocalDate since = own.orElseGet(() -> present != null ? day(present.observedAt()) : gone(source, past));
        return since.isAfter(night) ? night : since;
    }

    /** Whether the record that gives a value was silent until tonight, and says what it said when it was last heard. */
    private boolean isBack(String attribute, Value present) {
        SourceKey source = present.source();
        if (speaks(source, before)) {
            return false;
        }
        return standing.reversed().stream()
                .map(Period::profile)
                .filter(profile -> speaks(source, profile))
                .findFirst()
                .filter(heard -> says(heard, attribute, present))
                .isPresent();
    }

    private boolean says(Profile heard, String attribute, Value present) {
        Value said = heard.values().get(attribute);
        SourceKey source = present.source();
        return said != null
                && said.source().equals(source)
                && said.value().equals(present.value())
                && OwnDates.since(attribute, source, heard).equals(OwnDates.since(attribute, source, now));
    }

    /** Whether a value is the record's while its feed is heard; the values of who is on no list any more stay as they are. */
    private static boolean speaks(SourceKey source, Profile profile) {
        return profile.feeds().contains(source.feed())
                && profile.values().values().stream()
                        .anyMatch(value -> value.source().equals(source));
    }

    /** Since when a value is gone: since the stamp with which its record came without it, if it still speaks. */
    private LocalDate gone(SourceKey source, @Nullable Value past) {
        return now.values().values().stream()
                .filter(value -> value.source().equals(source))
                .map(Value::observedAt)
                .filter(stamp -> past != null && stamp.isAfter(past.observedAt()))
                .max(Comparator.naturalOrder())
                .map(Changes::day)
                .orElse(night);
    }

    /**
     * A date that changed while all that it is about stayed as it was has been corrected: what it is about holds since
     * the new day, and does not hold on the days between where the new one is later.
     */
    private void corrected(String date, List<Change> changes) {
        List<String> about = OwnDates.governedBy(date, now);
        Value was = before.values().get(date);
        Value is = now.values().get(date);
        if (was == null
                || is == null
                || !differing.contains(date)
                || about.isEmpty()
                || about.stream().anyMatch(differing::contains)) {
            return;
        }
        List<String> moved = new ArrayList<>(about);
        moved.add(date);
        for (String attribute : moved) {
            Optional<LocalDate> from = OwnDates.since(attribute, was.source(), before);
            Optional<LocalDate> to = OwnDates.since(attribute, is.source(), now).filter(day -> !day.isAfter(night));
            if (from.isPresent() && to.isPresent()) {
                if (to.get().isAfter(from.get())) {
                    changes.add(new Change(
                            attribute,
                            Timeline.on(standing, from.get().minusDays(1))
                                    .values()
                                    .get(attribute),
                            from.get()));
                }
                changes.add(new Change(attribute, now.values().get(attribute), to.get()));
            }
        }
    }

    private static List<Change> inOrder(List<Change> changes) {
        changes.sort(Comparator.comparing(Change::since));
        return List.copyOf(changes);
    }

    private static LocalDate day(Instant stamp) {
        return stamp.atZone(CityTime.ZONE).toLocalDate();
    }
}
