package org.childfile.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** The one run that this process is in: its steps ask here what they work for. */
@Component
class CurrentRun {

    private final RunStore runs;
    private volatile @Nullable Run run;
    private volatile RunProgress progress = RunProgress.NONE;
    private volatile Map<String, Instant> scheduledSince = Map.of();
    private volatile boolean stopping;
    private volatile BooleanSupplier lock = () -> true;
    private volatile boolean lockLost;

    CurrentRun(RunStore runs) {
        this.runs = runs;
    }

    void set(Run run, RunProgress progress, Map<String, Instant> scheduledSince) {
        this.run = run;
        this.progress = progress;
        this.scheduledSince = Map.copyOf(scheduledSince);
    }

    Run run() {
        Run set = run;
        if (set == null) {
            throw new IllegalStateException("a step runs, but no run was begun");
        }
        return set;
    }

    /** What tells whether the lock is still held under which the run goes on. */
    void under(BooleanSupplier held) {
        lock = held;
        lockLost = false;
    }

    /** Ends what is done under a lock that was lost: another process may be at the same. */
    void requireLock() {
        if (!lock.getAsBoolean()) {
            lockLost = true;
            throw new IllegalStateException("the lock of the run is lost");
        }
    }

    /** Whether the run came upon it that its lock was lost. */
    boolean lockLost() {
        return lockLost;
    }

    /** No step begins from now on. */
    void stop() {
        stopping = true;
    }

    RunProgress progress() {
        return progress;
    }

    /** From when on a pull that the schedule fetched is tonight's; empty where the run pulls for itself. */
    Optional<Instant> scheduledSince(String feed) {
        return Optional.ofNullable(scheduledSince.get(feed));
    }

    /** Keeps a step, or one feed's part of it, from beginning when the process is to end or the run has lost its lock. */
    StepExecutionListener gate() {
        return new StepExecutionListener() {
            @Override
            public void beforeStep(StepExecution step) {
                if (stopping) {
                    step.setTerminateOnly();
                } else {
                    requireLock();
                }
            }
        };
    }

    /** Writes a row of {@code ops.stage} when a step ends, unless it was left before its end. */
    StepExecutionListener stageClock() {
        return new StepExecutionListener() {
            @Override
            public @Nullable ExitStatus afterStep(StepExecution step) {
                if (step.getStartTime() != null && !step.isTerminateOnly() && step.getStatus() != BatchStatus.STOPPED) {
                    Duration took = Duration.between(
                            step.getStartTime().toInstant(ZoneOffset.UTC),
                            java.time.LocalDateTime.now(java.time.ZoneId.systemDefault())
                                    .toInstant(ZoneOffset.UTC));
                    runs.stage(run().runId(), step.getStepName(), step.getWriteCount(), took.toNanos() / 1e9);
                }
                return null;
            }
        };
    }
}
