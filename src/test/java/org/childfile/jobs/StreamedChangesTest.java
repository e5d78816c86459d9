package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.childfile.database.DatabaseAddress;
import org.childfile.ingest.push.Inbox;
import org.childfile.ingest.push.Receipt;
import org.childfile.lab.world.WorldPlan;
import org.junit.jupiter.api.AfterAll;
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
        TestWorld world = TestWorld.of(WorldPlan.of(400, 12).withMistakes(3));
        nights = Nights.start(world, Pushes.connectors(), TestFiles.mappings(), Pushes.ENVIRONMENT);
        nights.run(1);
        first = nights.keep();
        Run second = nights.run(2);
        told = Pushes.of(nights, second);
        expected = state();
    }

    @AfterAll
    static void end() {
        nights.close();
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
    @ValueSource(longs = {1, 2, 3})
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
        assertThat(receipts).allSatisfy(receipt -> assertThat(Pushes.ask(nights.inbox(), receipt))
                .isInstanceOfSatisfying(Inbox.Outcome.Taken.class, taken -> assertThat(
                                taken.receipt().state())
                        .isEqualTo(Receipt.State.DONE)));

        assertThat(nights.run(2).state()).isEqualTo(Run.State.DONE);

        assertThat(Books.differences(expected, state())).isEmpty();
    }

    @Test
    void aNightFindsNothingToDoForWhatWasPushed() {
        nights.from(first);
        told.stream()
                .collect(Collectors.groupingBy(Pushes.Told::feed))
                .values()
                .forEach(records -> Pushes.push(nights, records));
        round();
        Map<String, List<String>> pushed = state();
        long versions = nights.books().count("select count(*) from versions.child_version");

        Run night = nights.run(2);

        List<String> withdrawn = nights.books().texts("""
                select distinct m.person_id from linkage.membership m join mapping.source_record r using (record_id)
                where r.withdrawn""");
        assertThat(nights.books().texts("select distinct person_id from versions.child_version where run_id = '"
                        + night.runId() + "'"))
                .isSubsetOf(withdrawn);
        assertThat(versions).isPositive();
        assertThat(pushed).isNotEmpty();
        assertThat(Books.differences(expected, state())).isEmpty();
    }
}
