package org.childfile.jobs;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
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
    private final CurrentRun current;
    private final PipelineSettings settings;

    Steps(
            JobRepository repository,
            PlatformTransactionManager transactions,
            CurrentRun current,
            PipelineSettings settings) {
        this.repository = repository;
        this.transactions = transactions;
        this.current = current;
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

    Step step(String name, Work work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            contribution.incrementWriteCount(work.run(current.run()));
                            current.requireLock();
                            return null;
                        },
                        transactions)
                .listener(current.gate())
                .listener(current.stageClock())
                .build();
    }

    Step eachFeed(String name, FeedWork work) {
        Tasklet tasklet = (contribution, context) -> {
            String feed = String.valueOf(
                    context.getStepContext().getStepExecutionContext().get(FEED));
            contribution.incrementWriteCount(work.run(feed, current.run()));
            current.requireLock();
            return null;
        };
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(name + "-");
        executor.setConcurrencyLimit(FEEDS_AT_ONCE);
        return new StepBuilder(name, repository)
                .partitioner(name + "-feed", size -> partitions())
                .step(new StepBuilder(name + "-feed", repository)
                        .tasklet(tasklet, transactions)
                        .listener(current.gate())
                        .build())
                .taskExecutor(executor)
                .listener(current.stageClock())
                .build();
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
