package org.childfile.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.childfile.access.privacy.Keyring;
import org.childfile.care.help.Wakeups;
import org.childfile.ingest.landing.PendingRecords;
import org.childfile.ingest.landing.PullReport;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.push.Inbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One round of the stream run of a day, as soon as something waits and no other run goes on:
 *
 * <ol>
 *   <li>What departments pushed is landed, and the feeds that are due are asked for changes; each pull is a transaction.
 *   <li>The night's stages work on what changed, in the night's order and <em>all in one transaction</em>: a reader sees a
 *       person as it was before, or with all that follows from the change.
 *   <li>Proposals are made for the whole city, so they follow at most once a minute, in a transaction of their own.
 * </ol>
 *
 * <p>A round that was killed left its pulls, and nothing behind them. The next round begins with what is pending, whoever
 * landed it. Spring Batch keeps no books of rounds: there is nothing in them that could go on in the middle.
 *
 * <p>Before the first night, and where so much is pending that a transaction would be long, rounds land alone, and the night
 * works off what they landed.
 */
@Component
class StreamRun {

    static final String PROPOSE = "propose";

    /** More pending records than this are left to the night. */
    private static final long MOST = 20_000;

    private static final Duration BETWEEN_PROPOSALS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);

    private final Runs runs;
    private final RunStore store;
    private final NightlyRun nightly;
    private final Stages files;
    private final StreamLanding landing;
    private final PendingRecords pending;
    private final Inbox inbox;
    private final PipelineSettings settings;
    private final Wakeups wakeups;
    private final Keyring keys;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Instant proposedAt = Instant.MIN;
    private Instant countedAt = Instant.MIN;
    private boolean toPropose;

    StreamRun(
            Runs runs,
            RunStore store,
            NightlyRun nightly,
            Stages files,
            StreamLanding landing,
            PendingRecords pending,
            Inbox inbox,
            PipelineSettings settings,
            Wakeups wakeups,
            Keyring keys,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.runs = runs;
        this.store = store;
        this.nightly = nightly;
        this.files = files;
        this.landing = landing;
        this.pending = pending;
        this.inbox = inbox;
        this.settings = settings;
        this.wakeups = wakeups;
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Is told before each stage of a round, within its transaction. */
    interface Hook {
        void before(String stage);
    }

    /** Does a round, if anything waits and no other run goes on; gives how the stream run stands then. */
    Optional<Run> round(LocalDate day) {
        return round(day, stage -> {});
    }

    synchronized Optional<Run> round(LocalDate day, Hook hook) {
        return waits() ? runs.tryLocked(lock -> locked(day, lock, hook)) : Optional.empty();
    }

    private boolean waits() {
        return inbox.open() || !landing.due().isEmpty() || proposalsDue();
    }

    private boolean proposalsDue() {
        return toPropose && !proposedAt.plus(BETWEEN_PROPOSALS).isAfter(clock.instant());
    }

    private Run locked(LocalDate day, RunLock lock, Hook hook) {
        keys.refresh();
        Run run = store.stream(store.newestDay(day));
        try (Heartbeat ignored = new Heartbeat(store, run.runId())) {
            List<PullReport> pulls = new ArrayList<>(landing.pushes(run, lock));
            pulls.addAll(landing.changes(run, lock));
            String failed = pulls.stream()
                    .filter(pull -> pull.state() == PullReport.State.FAILED)
                    .map(pull -> pull.feed() + " stale")
                    .collect(Collectors.joining("; "));
            if (store.anyNight() && !pending.moreThan(MOST) && !runs.stopping()) {
                work(run, pulls, lock, hook);
            }
            store.endRound(run.runId(), failed.isEmpty() ? Run.State.DONE : Run.State.ATTENTION, failed, counts());
        } catch (RuntimeException e) {
            store.endRound(run.runId(), Run.State.FAILED, FailureCause.of(e), false);
            throw e;
        }
        keys.destroyDoomed();
        return store.find(run.runId()).orElseThrow();
    }

    private boolean counts() {
        Instant now = clock.instant();
        if (countedAt.plus(BETWEEN_COUNTS).isAfter(now)) {
            return false;
        }
        countedAt = now;
        return true;
    }

    private void work(Run run, List<PullReport> pulls, RunLock lock, Hook hook) {
        ChangedPersons changed = new ChangedPersons();
        OngoingRun ongoing =
                new OngoingRun(run, RunProgress.NONE, Map.of(), Set.of(), lock, runs::stopping, Optional.of(changed));
        Set<String> feeds = new TreeSet<>();
        transaction.executeWithoutResult(status -> {
            feeds.addAll(pending.feeds());
            for (String feed : feeds) {
                stage(NightlyRun.MAP, run, hook, () -> files.map(feed, run, RunProgress.NONE));
            }
            conserved(pulls);
            for (NightlyRun.Stage stage : nightly.built(ongoing)) {
                if (!stage.name().equals(PROPOSE)) {
                    stage(stage.name(), run, hook, () -> stage.work().run(run));
                }
            }
            hook.before("commit");
            inbox.done();
            lock.require();
        });
        toPropose |= !changed.persons().isEmpty() || !changed.pairings().isEmpty();
        if (calls(feeds)) {
            wakeups.night(run.runId(), run.day());
        }
        if (proposalsDue()) {
            propose(run, ongoing, hook);
        }
    }

    private boolean calls(Set<String> feeds) {
        return feeds.stream().anyMatch(settings.mappings().feeds(Population.CARE)::contains);
    }

    private void propose(Run run, OngoingRun ongoing, Hook hook) {
        transaction.executeWithoutResult(status -> {
            nightly.built(ongoing).stream()
                    .filter(stage -> stage.name().equals(PROPOSE))
                    .forEach(stage ->
                            stage(PROPOSE, run, hook, () -> stage.work().run(run)));
            ongoing.lock().require();
        });
        proposedAt = clock.instant();
        toPropose = false;
    }

    /** What landed and was mapped is there, or nothing is built on it. */
    private void conserved(List<PullReport> pulls) {
        List<String> lost = store.lost(pulls.stream().map(PullReport::pullId).toList());
        if (!lost.isEmpty()) {
            throw new IllegalStateException("records were lost: " + String.join("; ", lost));
        }
    }

    /** The work of a stage: how many records it handled. */
    private interface Work {
        long run();
    }

    private void stage(String name, Run run, Hook hook, Work work) {
        hook.before(name);
        long began = System.nanoTime();
        long records = work.run();
        store.addStage(run.runId(), name, records, (System.nanoTime() - began) / 1e9);
    }
}
