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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.childfile.access.audit.AnchorPost;
import org.childfile.access.privacy.Keyring;
import org.childfile.database.TableLock;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.push.Inbox;
import org.childfile.kernel.Message;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins runs, and takes up those that did not come to their end:
 *
 * <ol>
 *   <li>A run needs the lock of the warehouse; who does not get it is told that another run goes on. A run that has lost its
 *       lock, because the connection ended that held it, begins and commits no further step, and has failed.
 *   <li>An unfinished run of the same day goes on where it stopped; otherwise a new one begins.
 *   <li>A process that is asked to end lets its run end after what it is in: a step, or a step's feeds. That run, like one whose process was
 *       killed, still counts as running, and the next process goes on with it.
 *   <li>A run can be retried: its bad pulls, and those of which something was refused or set aside, are fetched again, and what
 *       they bring is worked off as a further attempt.
 * </ol>
 *
 * <p>Over 250 lines, because all that begins or takes up a run does so under the one lock.
 */
@Component
public class Runs {

    private static final Duration STOP_WAIT = Duration.ofSeconds(20);
    /** Longer than a round of a stream run takes. */
    private static final Duration ROUND_WAIT = Duration.ofMinutes(5);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final RunStore store;
    private final JobOperator operator;
    private final JobRepository repository;
    private final NightlyRun nightly;
    private final PipelineSettings settings;
    private final DataSource dataSource;
    private final Keyring keys;
    private final AnchorPost anchors;
    private final Clock clock;
    private final LoginWatch watch;
    private final StreamLanding stream;
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final ReentrantLock going = new ReentrantLock();
    private volatile boolean stopping;

    Runs(
            RunStore store,
            JobOperator operator,
            JobRepository repository,
            NightlyRun nightly,
            PipelineSettings settings,
            DataSource dataSource,
            Keyring keys,
            AnchorPost anchors,
            Clock clock,
            LoginWatch watch,
            StreamLanding stream,
            Inbox inbox,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.operator = operator;
        this.repository = repository;
        this.nightly = nightly;
        this.settings = settings;
        this.dataSource = dataSource;
        this.keys = keys;
        this.anchors = anchors;
        this.clock = clock;
        this.watch = watch;
        this.stream = stream;
        this.inbox = inbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A run cannot begin or go on, for a reason that the caller can mend. */
    public static class NotPossible extends RuntimeException {
        private final Message why;

        private NotPossible(Message why) {
            super(why.toString());
            this.why = why;
        }

        /** What the caller is to be told. */
        public Message why() {
            return why;
        }
    }

    /** There is no run or feed of that name. */
    public static final class NoSuch extends NotPossible {
        NoSuch(Message why) {
            super(why);
        }
    }

    /** Runs a day's night, or goes on with it. */
    public Run nightly(LocalDate day, RunProgress progress, Map<String, Instant> scheduledSince) {
        return locked(lock -> {
            // What was pushed is older than what is pulled now.
            stream.pushes(day, lock);
            Run run = store.unfinished(Run.Kind.NIGHTLY, day).orElseGet(() -> store.create(Run.Kind.NIGHTLY, day));
            return execute(lock, run, attempt(run), progress, scheduledSince, List.of());
        });
    }

    /** Goes on with the night of a day that a process left when it ended; empty if none was left, or another has it. */
    public Optional<Run> resume(LocalDate day, RunProgress progress) {
        return patiently(lock -> store.unfinished(Run.Kind.NIGHTLY, day)
                        .filter(run -> run.state() == Run.State.RUNNING)
                        .map(run -> execute(
                                lock,
                                run,
                                attempt(run),
                                progress,
                                Schedule.tonight(settings, clock.instant()),
                                List.of())))
                .flatMap(run -> run);
    }

    /** Works off what is pending, without pulling. */
    public Run replay(LocalDate day, RunProgress progress) {
        return locked(lock -> {
            Run run = store.unfinished(Run.Kind.REPLAY, day).orElseGet(() -> store.create(Run.Kind.REPLAY, day));
            return execute(lock, run, attempt(run), progress, Map.of(), List.of());
        });
    }

    /** Goes on with a run from its failure, or fetches again what it could not get. */
    public Run retry(String runId, RunProgress progress) {
        return locked(lock -> {
            Run run = store.find(runId).orElseThrow(() -> new NoSuch(Message.of("wrong.no-run", runId)));
            List<String> again = store.feedsToMend(runId);
            return switch (run.state()) {
                case RUNNING -> execute(lock, run, attempt(run), progress, Map.of(), List.of());
                case FAILED, ATTENTION -> execute(lock, run, run.attempt() + 1, progress, Map.of(), again);
                case DONE -> again.isEmpty() ? run : execute(lock, run, run.attempt() + 1, progress, Map.of(), again);
            };
        });
    }

    /** Whether a run is done, and nothing of it is worth fetching again. */
    public boolean nothingToRetry(String runId) {
        return store.find(runId).filter(run -> run.state() == Run.State.DONE).isPresent()
                && store.feedsToMend(runId).isEmpty();
    }

    /**
     * A run whose process ended goes on; one that failed begins anew, for steps behind the one that failed may have been done, also
     * where the warehouse could not be told that it had failed.
     */
    private int attempt(Run run) {
        JobExecution last = repository.getLastJobExecution(NightlyRun.JOB, parameters(run, run.attempt()));
        boolean failed = run.state() == Run.State.FAILED
                || last != null
                        && (NightlyRun.FAILED.contains(last.getStatus())
                                || last.getStepExecutions().stream()
                                        .anyMatch(step -> NightlyRun.FAILED.contains(step.getStatus())));
        return failed ? run.attempt() + 1 : run.attempt();
    }

    /** Lets the run of this process end after the step, or the feeds of a step, that it is in; waits for that as long as a service may. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        stopping = true;
        if (going.tryLock(STOP_WAIT.toSeconds(), TimeUnit.SECONDS)) {
            going.unlock();
        }
    }

    /** Whether the process is to end. */
    boolean stopping() {
        return stopping;
    }

    /** Does something while no run goes on. */
    <T> T locked(Supplier<T> body) {
        return locked(lock -> body.get());
    }

    private <T> T locked(Function<RunLock, T> body) {
        return patiently(body)
                .orElseThrow(() -> new NotPossible(TableLock.holder(dataSource, TableLock.Of.RUNS)
                        .map(holder -> Message.of("run.refused.going-on", holder))
                        .orElse(Message.of("run.refused.going-on-somewhere"))));
    }

    /** Waits for a round of a stream run to end, and for no other run; they leave time between two of them. */
    private <T> Optional<T> patiently(Function<RunLock, T> body) {
        Instant until = Instant.now().plus(ROUND_WAIT);
        Optional<T> done = tryLocked(body);
        boolean waiting = true;
        while (done.isEmpty() && waiting && Instant.now().isBefore(until)) {
            waiting = store.streaming();
            if (waiting) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
            // Once more, too, where a round ended between the two looks.
            done = tryLocked(body);
        }
        return done;
    }

    /** Empty where another run has the lock. */
    <T> Optional<T> tryLocked(Function<RunLock, T> body) {
        Optional<TableLock> lock = TableLock.take(dataSource, TableLock.Of.RUNS);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        going.lock();
        try (TableLock held = lock.get();
                Repeated ignored = watch.begin()) {
            return Optional.of(body.apply(new RunLock(held::held)));
        } finally {
            going.unlock();
        }
    }

    private Run execute(
            RunLock lock,
            Run run,
            int attempt,
            RunProgress progress,
            Map<String, Instant> scheduledSince,
            List<String> again) {
        // Keys may have been rotated since this process began.
        keys.refresh();
        store.closeAbandoned(run.runId());
        store.begin(run.runId(), attempt);
        // A run that goes on behind a newer one fetches and mends; what holds today stays the newest day's.
        OngoingRun ongoing = new OngoingRun(
                run.on(store.newestDay(run.day())),
                progress,
                scheduledSince,
                Set.copyOf(again),
                lock,
                () -> stopping,
                Optional.empty());
        JobExecution execution = living(run, nightly.of(ongoing), parameters(run, attempt));
        if (lock.lost()) {
            return lost(run);
        }
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            transaction.executeWithoutResult(status -> inbox.done());
            List<String> needs = needs(run);
            anchors.push(run.runId()).forEach(connector -> needs.add(connector + " unsent"));
            store.end(run.runId(), needs.isEmpty() ? Run.State.DONE : Run.State.ATTENTION, String.join("; ", needs));
        } else if (execution.getStatus() != BatchStatus.STOPPED) {
            // What comes behind may fail of the same cause.
            store.end(run.runId(), Run.State.FAILED, FailureCause.of(execution));
            anchors.push(run.runId());
        }
        // Mapping may have met records of somebody forgotten, under keys that nobody knew.
        keys.destroyDoomed();
        return store.find(run.runId()).orElseThrow();
    }

    private JobExecution living(Run run, Job job, JobParameters parameters) {
        try (Heartbeat ignored = new Heartbeat(store, run.runId())) {
            return launch(job, parameters);
        }
    }

    /** Says that the run failed, unless another process has taken it up meanwhile. */
    private Run lost(Run run) {
        try (TableLock again = TableLock.take(dataSource, TableLock.Of.RUNS)
                .orElseThrow(() -> new NotPossible(Message.of("run.refused.taken-up")))) {
            store.end(run.runId(), Run.State.FAILED, FailureCause.LOCK_LOST);
            return store.find(run.runId()).orElseThrow();
        }
    }

    private static JobParameters parameters(Run run, int attempt) {
        return new JobParametersBuilder()
                .addString("run", run.runId())
                .addLong("attempt", (long) attempt)
                .toJobParameters();
    }

    private JobExecution launch(Job job, JobParameters parameters) {
        try {
            JobExecution last = repository.getLastJobExecution(NightlyRun.JOB, parameters);
            if (last == null) {
                // A process that was killed between the two left an instance without an execution, which Spring Batch
                // cannot start.
                JobInstance halfMade = repository.getJobInstance(NightlyRun.JOB, parameters);
                if (halfMade != null) {
                    repository.deleteJobInstance(halfMade);
                }
                return operator.start(job, parameters);
            }
            // A process that was killed could not say so: its execution still counts as started.
            JobExecution stopped = last.getStatus().isRunning() || last.getStatus() == BatchStatus.UNKNOWN
                    ? operator.recover(last)
                    : last;
            return stopped.getStatus() == BatchStatus.COMPLETED ? stopped : operator.start(job, parameters);
        } catch (org.springframework.batch.core.job.JobExecutionException e) {
            throw new IllegalStateException("the run cannot be started: " + e.getMessage(), e);
        }
    }

    /** What a run that is done still needs: a feed, a breach or an assessment and one word each, which the report puts into sentences. */
    private List<String> needs(Run run) {
        List<String> needs = new ArrayList<>(store.feedsInNeed(run.runId()));
        needs.addAll(store.overdueSteps());
        for (Connector connector : settings.connectors().all()) {
            boolean tooOld = store.lastGood(connector.feed())
                    .filter(last -> last.toInstant()
                            .isBefore(clock.instant().minus(connector.schedule().freshness())))
                    .isPresent();
            if (tooOld && needs.stream().noneMatch(need -> need.startsWith(connector.feed() + " "))) {
                needs.add(connector.feed() + " outdated");
            }
        }
        needs.addAll(RefusedShare.alarms(store.inForce(), settings.connectors(), needs));
        needs.addAll(store.setAside());
        return needs;
    }
}
