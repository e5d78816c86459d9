package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.childfile.database.TableLock;
import org.childfile.ingest.push.Inbox;
import org.childfile.ingest.push.Receipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others see while rounds of a stream run go on, and what becomes of a round that does not come to its end. */
class StreamRunTest {

    /** What a reader may ask of persons; moments are no part of it. */
    private static final Map<String, String> ASKED = Map.of(
            "child", "select child_id || ' ' || (to_jsonb(v) - 'recorded_at')::text from mart.child v",
            "volunteer", "select volunteer_id || ' ' || (to_jsonb(v) - 'recorded_at')::text from mart.volunteer v",
            "membership", "select to_jsonb(v)::text from mart.membership v",
            "value", "select to_jsonb(v)::text from mart.child_value v",
            "identity", "select to_jsonb(v)::text from mart.identity_change v",
            "risk", "select to_jsonb(v)::text from mart.risk v",
            "hidden", "select to_jsonb(v)::text from mart.hidden_child v",
            "kind", "select to_jsonb(v)::text from mart.child_kind v",
            "duty", "select to_jsonb(v)::text from mart.care_duty v",
            "change", "select to_jsonb(v)::text from mart.change v");

    private final PushedNights pushed = PushedNights.get();
    private final Nights nights = pushed.nights();

    @BeforeEach
    void afterTheFirstNight() {
        nights.from(pushed.first());
    }

    private List<Receipt> pushAll() {
        List<Receipt> receipts = new ArrayList<>();
        Map<String, List<Pushes.Told>> feeds = new TreeMap<>();
        pushed.told()
                .forEach(told -> feeds.computeIfAbsent(told.feed(), feed -> new ArrayList<>())
                        .add(told));
        feeds.values().forEach(told -> receipts.add(Pushes.push(nights, told)));
        return receipts;
    }

    /** A child of whom nothing was wrong so far is severely ill. */
    private Pushes.Told ill() {
        return pushed.before().stream()
                .filter(told -> told.feed().equals("health") && told.text().contains("\"diagnoses\":[]"))
                .findFirst()
                .map(told -> told.with(told.text()
                        .replace(
                                "\"diagnoses\":[]",
                                "\"diagnoses\":[{\"icd10\":\"C91.0\",\"name\":\"白血病\",\"since\":\"2025-11-20\"}]")))
                .orElseThrow();
    }

    private Run round(StreamRun.Hook hook) {
        return nights.stream().round(nights.world().day(2), hook).orElseThrow();
    }

    /** What a reader sees in one transaction of its own, whatever goes on beside it. */
    private Map<String, List<String>> read() {
        try (Connection reader = nights.address().connect()) {
            return read(reader);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, List<String>> read(Connection reader) throws SQLException {
        Map<String, List<String>> seen = new TreeMap<>();
        reader.setAutoCommit(false);
        reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = reader.createStatement()) {
            for (Map.Entry<String, String> asked : ASKED.entrySet()) {
                List<String> rows = new ArrayList<>();
                try (ResultSet row = statement.executeQuery(asked.getValue() + " order by 1")) {
                    while (row.next()) {
                        rows.add(row.getString(1));
                    }
                }
                seen.put(asked.getKey(), rows);
            }
        }
        return seen;
    }

    @Test
    void aReaderSeesEveryPersonAsBeforeUntilAllThatFollowsIsThere() {
        pushAll();
        Pushes.push(nights, List.of(ill()));
        Map<String, List<String>> before = read();
        List<String> stages = new ArrayList<>();
        List<Long> versions = new ArrayList<>();

        round(stage -> {
            if (!stage.equals(StreamRun.PROPOSE) && !stages.contains(stage)) {
                stages.add(stage);
                // The round's own transaction has come further than others see.
                versions.add(nights.books().count("select count(*) from versions.child_version"));
                assertThat(read()).as(stage).isEqualTo(before);
            }
        });

        assertThat(stages)
                .containsExactly(
                        "map",
                        "link children",
                        "merge children",
                        "link volunteers",
                        "merge volunteers",
                        "clocks",
                        "pair",
                        "duties",
                        "hidden",
                        "commit");
        assertThat(versions.getLast()).isGreaterThan(versions.getFirst());
        Map<String, List<String>> after = read();
        assertThat(after.keySet())
                .filteredOn(view -> !Objects.equals(after.get(view), before.get(view)))
                .contains("child", "membership", "value", "duty", "kind", "risk", "change");
    }

    @Test
    void aRoundThatEndsAnywhereLeavesNothingHalfDoneAndTheNextOneFinishesIt() {
        List<Receipt> receipts = pushAll();
        Map<String, List<String>> before = read();
        for (String killedBefore : List.of("map", "merge children", "duties", "commit")) {
            assertThatThrownBy(() -> round(stage -> {
                        if (stage.equals(killedBefore)) {
                            throw new IllegalStateException("the process is gone");
                        }
                    }))
                    .hasMessage("the process is gone");
            assertThat(read()).as(killedBefore).isEqualTo(before);
            assertThat(states(receipts)).containsOnly(Receipt.State.LANDED);
        }
        assertThat(nights.books().texts("select state from ops.run where kind = 'stream'"))
                .containsExactly("failed");

        assertThat(round(stage -> {}).state()).isEqualTo(Run.State.DONE);

        assertThat(states(receipts)).containsOnly(Receipt.State.DONE);
        assertThat(nights.books().count("select count(*) from landing.pull where stream = 'push'"))
                .isEqualTo(receipts.size());
        assertThat(nights.books().count("select count(*) from landing.push where content is not null"))
                .isZero();
    }

    private List<Receipt.State> states(List<Receipt> receipts) {
        return receipts.stream()
                .map(receipt -> ((Inbox.Outcome.Taken) Pushes.ask(nights.inbox(), receipt)).receipt())
                .map(Receipt::state)
                .toList();
    }

    @Test
    void aNightWaitsForARoundToEndAndWorksOffWhatItLeft() {
        pushAll();
        AtomicReference<CompletableFuture<Run>> night = new AtomicReference<>();

        Run round = round(stage -> {
            if (stage.equals("map") && night.get() == null) {
                night.set(CompletableFuture.supplyAsync(() -> nights.run(2)));
            }
        });

        assertThat(round.state()).isEqualTo(Run.State.DONE);
        assertThat(Objects.requireNonNull(night.get()).join().state()).isEqualTo(Run.State.DONE);
        assertThat(nights.books().texts("select kind || ' ' || state from ops.run order by started"))
                .containsExactly("nightly done", "stream done", "nightly done");
    }

    @Test
    void aRoundLeavesWhatWaitsToTheNightThatGoesOn() {
        List<Receipt> receipts = pushAll();
        try (TableLock night =
                TableLock.take(nights.database(), TableLock.Of.RUNS).orElseThrow()) {
            assertThat(night.held()).isTrue();
            assertThat(nights.stream().round(nights.world().day(2))).isEmpty();
        }
        assertThat(states(receipts)).containsOnly(Receipt.State.WAITING);

        nights.run(2);

        assertThat(states(receipts)).containsOnly(Receipt.State.DONE);
    }

    @Test
    void roundsOfADayAreOneRunAndANightHasItsOwn() {
        for (Pushes.Told told : pushed.told().subList(0, 5)) {
            Pushes.push(nights, List.of(told));
            round(stage -> {});
        }
        assertThat(nights.stream().round(nights.world().day(2))).isEmpty();

        assertThat(nights.books().texts("select run_id || ' ' || kind || ' ' || state from ops.run order by run_id"))
                .containsExactly("20251121-1 nightly done", "20251122-1 stream done");
        assertThat(nights.books().count("select count(*) from batch.batch_job_instance"))
                .isOne();
        assertThat(nights.books().count("select sum(pulled) from ops.pull where run_id = '20251122-1'"))
                .isEqualTo(5);
    }
}
