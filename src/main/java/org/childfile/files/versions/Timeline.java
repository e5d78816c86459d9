package org.childfile.files.versions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.childfile.files.merge.Profile;
import org.childfile.files.merge.Profile.Value;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a file after a night. Pure.
 *
 * <ol>
 *   <li>What the night knows and the last period does not say are its {@link Changes}, each with the day since when it holds.
 *   <li>Periods begin where the standing ones began, and where a change does.
 *   <li>A period says what the standing file said on its days, with all changes that hold by then; before the first day of
 *       the standing file only what is of the person.
 *   <li>Neighbours that say the same are one.
 * </ol>
 */
final class Timeline {

    private static final Profile NOTHING = new Profile(new TreeMap<>(), List.of(), List.of());

    private Timeline() {}

    /**
     * The periods by their days and without a gap, the last one open: it says what {@code now} says.
     *
     * @param standing the periods that were recorded, by their days and without a gap, the last one open; none for a new file
     * @param now what is taken to be true today
     * @param night the day that the night stands for
     */
    static List<Period> after(List<Period> standing, Profile now, LocalDate night) {
        List<Change> changes = standing.isEmpty() ? Changes.first(now, night) : Changes.of(standing, now, night);
        TreeSet<LocalDate> starts = new TreeSet<>();
        standing.forEach(period -> starts.add(period.from()));
        changes.forEach(change -> starts.add(change.since()));
        boolean sameFeeds =
                !standing.isEmpty() && standing.getLast().profile().feeds().equals(now.feeds());
        LocalDate first = changes.isEmpty() ? night : changes.getFirst().since();
        if (!sameFeeds) {
            starts.add(first);
        }
        if (!standing.isEmpty()
                && !feeds(standing, standing.getLast().profile(), now).equals(now.feeds())) {
            starts.add(night);
        }
        List<Period> periods = new ArrayList<>();
        for (LocalDate start : starts) {
            @Nullable LocalDate end = starts.higher(start);
            boolean changed = !start.isBefore(first) && (!changes.isEmpty() || !sameFeeds);
            Profile said = on(standing, start);
            append(
                    periods,
                    new Period(
                            start,
                            end,
                            changed ? with(said, changes, start, now, feeds(standing, said, now), end == null) : said));
        }
        return List.copyOf(periods);
    }

    /** What a standing file says on a day: before its first one only what is of the person. */
    static Profile on(List<Period> standing, LocalDate day) {
        if (standing.isEmpty()) {
            return NOTHING;
        }
        return standing.stream()
                .filter(period -> !period.from().isAfter(day))
                .reduce((a, b) -> b)
                .map(Period::profile)
                .orElseGet(() -> ofThePerson(standing.getFirst().profile()));
    }

    private static Profile ofThePerson(Profile profile) {
        SortedMap<String, Value> values = new TreeMap<>(profile.values());
        values.keySet().removeIf(attribute -> !Changes.ofThePerson(attribute));
        return new Profile(values, List.of(), profile.feeds());
    }

    /** The feeds that speak of a day before the night: a feed falls silent, or is heard again, in the night and not before. */
    private static List<String> feeds(List<Period> standing, Profile said, Profile now) {
        TreeSet<String> feeds = new TreeSet<>(now.feeds());
        if (!standing.isEmpty()) {
            List<String> last = standing.getLast().profile().feeds();
            feeds.removeIf(feed -> !last.contains(feed)
                    && standing.stream()
                            .anyMatch(period -> period.profile().feeds().contains(feed)));
        }
        feeds.addAll(said.feeds());
        return List.copyOf(feeds);
    }

    private static Profile with(
            Profile said, List<Change> changes, LocalDate day, Profile now, List<String> feeds, boolean last) {
        SortedMap<String, Value> values = new TreeMap<>(said.values());
        for (Change change : changes) {
            if (!change.since().isAfter(day)) {
                if (change.value() == null) {
                    values.remove(change.attribute());
                } else {
                    values.put(change.attribute(), change.value());
                }
            }
        }
        return last
                ? now
                : new Profile(
                        values,
                        said.conflicts().stream()
                                .filter(conflict -> changes.stream()
                                        .noneMatch(each -> each.attribute().equals(conflict.attribute())))
                                .toList(),
                        feeds);
    }

    private static void append(List<Period> periods, Period next) {
        if (!periods.isEmpty() && ProfileComparison.same(periods.getLast().profile(), next.profile())) {
            Period before = periods.removeLast();
            periods.add(new Period(before.from(), next.to(), next.profile()));
        } else {
            periods.add(next);
        }
    }
}
