package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.childfile.database.DatabaseAddress;
import org.childfile.ingest.push.Inbox;
import org.childfile.ingest.push.Receipt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What departments push between two nights is in the warehouse as the next night would have put it there. */
class StreamedChangesTest {

    private static Nights nights;
    private static DatabaseAddress first;
    private static List<Pushes.Told> told;
    private static Map<String, List<String>> expected;

    @BeforeAll
    static void twoNights() {
        nights = PushedNights.get().nights();
        first = PushedNights.get().first();
        told = PushedNights.get().told();
        nights.from(PushedNights.get().second());
        expected = state();
    }

    private static Map<String, List<String>> state() {
        Map<String, List<String>> state = new TreeMap<>(nights.books().published());
        state.putAll(nights.books().cared());
        return state;
    }

    private static Run round() {
        return nights.stream().round(nights.world().day(2)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theNightAfterRandomPushesFindsWhatItWouldHaveFoundWithoutThem(long seed) {
        nights.from(first);
        Random random = new Random(seed);
        List<Pushes.Told> some = new ArrayList<>(told);
        Collections.shuffle(some, random);
        some = some.subList(0, some.size() / 2);
        List<Receipt> receipts = new ArrayList<>();
        for (int from = 0; from < some.size(); ) {
            int to = Math.min(some.size(), from + 1 + random.nextInt(60));
            Map<String, List<Pushes.Told>> feeds = some.subList(from, to).stream()
                    .collect(Collectors.groupingBy(Pushes.Told::feed, LinkedHashMap::new, Collectors.toList()));
            feeds.values().forEach(records -> receipts.add(Pushes.push(nights, records)));
            assertThat(round().state()).isEqualTo(Run.State.DONE);
            from = to;
        }
        assertThat(receipts)
                .allSatisfy(receipt -> assertThat(Pushes.ask(nights.inbox(), receipt))
                        .isInstanceOfSatisfying(
                                Inbox.Outcome.Taken.class,
                                taken -> assertThat(taken.receipt().state()).isEqualTo(Receipt.State.DONE)));

        assertThat(nights.run(2).state()).isEqualTo(Run.State.DONE);

        assertThat(Books.differences(expected, state())).isEmpty();
    }

    /** The children of whom rules say something else on the next day, although nothing came. */
    private static List<String> turned() {
        nights.from(first);
        nights.departments().night(1);
        Run day = nights.runs().nightly(nights.world().day(2), RunProgress.NONE, Map.of());
        return nights.books()
                .texts(
                        "select child_id from digitalfile.risk_change where run_id = '%1$s' union select child_id from digitalfile.hidden_change where run_id = '%1$s'"
                                .formatted(day.runId()));
    }

    @Test
    void aNightFindsNothingToDoForWhatWasPushed() {
        List<String> turned = turned();
        nights.from(first);
        told.stream()
                .collect(Collectors.groupingBy(Pushes.Told::feed))
                .values()
                .forEach(records -> Pushes.push(nights, records));
        round();

        Run night = nights.run(2);

        Map<String, Books.Pull> pulls = nights.books().pulls(night);
        assertThat(told.stream().map(Pushes.Told::feed).distinct())
                .allSatisfy(feed -> {
                    Books.Pull pull = Objects.requireNonNull(pulls.get(feed), feed);
                    assertThat(pull.fresh() + pull.changed()).as(feed).isZero();
                });
        List<String> toldByTheNight = nights.books().texts("""
                select distinct m.person_id from linkage.membership m join mapping.source_record r using (record_id)
                join landing.pull p using (pull_id)
                where r.withdrawn or p.stream is null and p.run_id = '%s'""".formatted(night.runId()));
        List<String> allowed = new ArrayList<>(toldByTheNight);
        allowed.addAll(turned);
        for (String writtenOf : List.of(
                "person_id from versions.child_version where run_id",
                "person_id from versions.volunteer_version where run_id",
                "person_id from linkage.identity_change where run_id",
                "child_id from digitalfile.risk_change where run_id",
                "child_id from digitalfile.hidden_change where run_id")) {
            assertThat(nights.books().texts("select distinct " + writtenOf + " = '" + night.runId() + "'"))
                    .as(writtenOf)
                    .isSubsetOf(allowed);
        }
        assertThat(toldByTheNight).hasSizeLessThan(told.size() / 2);
        assertThat(Books.differences(expected, state())).isEmpty();
    }
}
