package org.childfile.jobs;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Makes steps of Spring Batch: each one transaction, or one a feed, of which two run at a time. None begins, and none commits,
 * when the lock of the run is lost.
 */
@Component
class Steps {

    private static final String FEED = "feed";
    private static final int FEEDS_AT_ONCE = 2;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final RunStore runs;
    private final PipelineSettings settings;

    Steps(JobRepository repository, PlatformTransactionManager transactions, RunStore runs, PipelineSettings settings) {
        this.repository = repository;
        this.transactions = transactions;
        this.runs = runs;
        this.settings = settings;
    }

    /** The work of a step: how many records it handled. */
    interface Work {
        long run(Run run);
    }

    /** The work of a step for one feed. */
    interface FeedWork {
        long run(String feed, Run run);
    }

    Step step(String name, OngoingRun ongoing, Work work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            contribution.incrementWriteCount(work.run(ongoing.run()));
                            ongoing.lock().require();
                            return null;
                        },
                        transactions)
                .listener(gate(ongoing))
                .listener(stageClock(ongoing))
                .build();
    }

    Step eachFeed(String name, OngoingRun ongoing, FeedWork work) {
        Tasklet tasklet = (contribution, context) -> {
            String feed = String.valueOf(
                    context.getStepContext().getStepExecutionContext().get(FEED));
            contribution.incrementWriteCount(work.run(feed, ongoing.run()));
            ongoing.lock().require();
            return null;
        };
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(name + "-");
        executor.setConcurrencyLimit(FEEDS_AT_ONCE);
        return new StepBuilder(name, repository)
                .partitioner(name + "-feed", size -> partitions())
                .step(new StepBuilder(name + "-feed", repository)
                        .tasklet(tasklet, transactions)
                        .listener(gate(ongoing))
                        .build())
                .taskExecutor(executor)
                .listener(stageClock(ongoing))
                .build();
    }

    /** Keeps a step, or one feed's part of it, from beginning when the process is to end or the run has lost its lock. */
    private static StepExecutionListener gate(OngoingRun ongoing) {
        return new StepExecutionListener() {
            @Override
            public void beforeStep(StepExecution step) {
                if (ongoing.stopping().getAsBoolean()) {
                    step.setTerminateOnly();
                } else {
                    ongoing.lock().require();
                }
            }
        };
    }

    /** Writes a row of {@code ops.stage} when a step ends, unless it was left before its end. */
    private StepExecutionListener stageClock(OngoingRun ongoing) {
        return new StepExecutionListener() {
            @Override
            public @Nullable ExitStatus afterStep(StepExecution step) {
                if (step.getStartTime() != null && !step.isTerminateOnly() && step.getStatus() != BatchStatus.STOPPED) {
                    Duration took = Duration.between(
                            step.getStartTime().toInstant(ZoneOffset.UTC),
                            LocalDateTime.now(ZoneId.systemDefault()).toInstant(ZoneOffset.UTC));
                    runs.stage(ongoing.run().runId(), step.getStepName(), step.getWriteCount(), took.toNanos() / 1e9);
                }
                return null;
            }
        };
    }

    private Map<String, ExecutionContext> partitions() {
        Map<String, ExecutionContext> partitions = new TreeMap<>();
        for (String feed : settings.connectors().feeds()) {
            ExecutionContext context = new ExecutionContext();
            context.putString(FEED, feed);
            partitions.put(feed, context);
        }
        return partitions;
    }
}
