package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.childfile.database.DatabaseAddress;
import org.childfile.lab.departments.Tampering;

/**
 * A second night on which departments misbehave, after a good first one. What holds of every such night is asserted
 * here:
 *
 * <ul>
 *   <li>No record is lost, by the rows themselves.
 *   <li>Feeds whose departments behave come as on a quiet night.
 *   <li>The run needs attention if a feed is not in force, and is done otherwise.
 *   <li>Once all departments behave again, the next run leaves no trace of it in what is published.
 * </ul>
 */
final class BadNight {

    static final List<String> FEEDS = List.of(
            "care-records",
            "civil-affairs",
            "education",
            "health",
            "medical-insurance",
            "pairings",
            "political-legal",
            "public-security",
            "volunteers");
    static final List<String> SNAPSHOTS =
            List.of("civil-affairs", "education", "medical-insurance", "pairings", "political-legal", "volunteers");

    private static final String OPEN =
            "select count(*) from ops.quarantine where resolved is null and reason <> 'DUPLICATE_KEY'";
    private static final String GONE = """
        select count(*) from mapping.source_record
        where withdrawn and feed not in ('public-security', 'health')""";

    /** How many entries of the quarantine are open after two quiet nights. */
    static long openWhenQuiet() {
        return Quiet.NIGHTS.open();
    }

    /** How many records of snapshots are withdrawn after two quiet nights. */
    static long withdrawnWhenQuiet() {
        return Quiet.NIGHTS.gone();
    }

    long open() {
        return books().count(OPEN);
    }

    long gone() {
        return books().count(GONE);
    }

    /** Two quiet nights, from which the bad ones differ. */
    private record Quiet(
            DatabaseAddress first,
            Map<String, String> second,
            Map<String, List<String>> published,
            long open,
            long gone) {
        private static final Quiet NIGHTS = of(Nights.shared().empty());

        private static Quiet of(Nights nights) {
            nights.run(1);
            DatabaseAddress first = nights.keep();
            Run second = nights.run(2);
            Books books = nights.books();
            return new Quiet(
                    first, lines(books.pulls(second)), books.published(), books.count(OPEN), books.count(GONE));
        }
    }

    private final Nights nights;
    private final Run run;
    private final Map<String, Books.Pull> pulls;

    private BadNight(Nights nights, List<String> spoilt) {
        this.nights = nights;
        this.run = nights.run(2);
        this.pulls = nights.books().pulls(run);
        boolean allInForce =
                pulls.values().stream().allMatch(pull -> pull.state().equals("ok"));
        assertThat(run.state()).isEqualTo(allInForce ? Run.State.DONE : Run.State.ATTENTION);
        assertThat(nights.books().lost(run)).isEmpty();
        assertThat(lines(without(pulls, spoilt))).isEqualTo(without(Quiet.NIGHTS.second(), spoilt));
    }

    /** A night on which the same goes wrong with each of some feeds. */
    static BadNight with(Function<String, Tampering> fault, List<String> feeds) {
        Quiet quiet = Quiet.NIGHTS;
        Nights nights = Nights.shared().from(quiet.first());
        feeds.forEach(feed -> nights.departments().tamper(feed, fault.apply(feed)));
        return new BadNight(nights, feeds);
    }

    static BadNight with(Function<String, Tampering> fault, String... feeds) {
        return with(fault, List.of(feeds));
    }

    /** State, reason and counts of the named feed. */
    BadNight shows(String feed, String line) {
        assertThat(feed + ": " + pull(feed).line()).isEqualTo(feed + ": " + line);
        return this;
    }

    /** State and reason of all the feeds. */
    BadNight shows(List<String> feeds, String line) {
        feeds.forEach(feed -> shows(feed, line));
        return this;
    }

    /** The counts that a quiet night has, too. */
    BadNight isAsQuiet(List<String> feeds) {
        feeds.forEach(feed -> shows(feed, Quiet.NIGHTS.second().getOrDefault(feed, "")));
        return this;
    }

    /** The whole message of the named feed's pull. */
    BadNight says(String feed, String message) {
        assertThat(pull(feed).message()).isEqualTo(message);
        return this;
    }

    Books.Pull pull(String feed) {
        return java.util.Objects.requireNonNull(pulls.get(feed), feed);
    }

    Run run() {
        return run;
    }

    Books books() {
        return nights.books();
    }

    /** The departments behave again; the next run is good, and what it publishes is that of two quiet nights. */
    void leavesNoTrace() {
        nights.departments().behave();
        Run next = nights.run(2);
        assertThat(nights.books().lost(next)).isEmpty();
        assertThat(nights.books().pulls(next).values())
                .allMatch(pull -> pull.state().equals("ok"));
        assertThat(next.state()).isEqualTo(Run.State.DONE);
        assertThat(Books.differences(Quiet.NIGHTS.published(), nights.books().published()))
                .isEmpty();
    }

    private static Map<String, String> lines(Map<String, Books.Pull> pulls) {
        return pulls.values().stream()
                .collect(Collectors.toMap(Books.Pull::feed, Books.Pull::line, (a, b) -> b, TreeMap::new));
    }

    private static <V> Map<String, V> without(Map<String, V> all, List<String> feeds) {
        Map<String, V> rest = new TreeMap<>(all);
        rest.keySet().removeAll(feeds);
        return rest;
    }
}
