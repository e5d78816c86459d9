package org.childfile.jobs;

import java.util.Map;
import java.util.TreeMap;
import org.childfile.mapping.Population;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The nightly run: every stage, in order. Each step is one transaction (each feed's part of {@code pull} and {@code map}
 * is one of its own), so a run that was killed anywhere goes on at the first step that had not committed.
 */
@Configuration(proxyBeanMethods = false)
class NightlyRun {

    static final String JOB = "nightly";
    static final String PULL = "pull";
    static final String MAP = "map";
    static final String FEED = "feed";

    private static final int FEEDS_AT_ONCE = 2;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final CurrentRun current;
    private final Stages stages;
    private final CareStages care;
    private final PipelineSettings settings;

    NightlyRun(
            JobRepository repository,
            PlatformTransactionManager transactions,
            CurrentRun current,
            Stages stages,
            CareStages care,
            PipelineSettings settings) {
        this.repository = repository;
        this.transactions = transactions;
        this.current = current;
        this.stages = stages;
        this.care = care;
        this.settings = settings;
    }

    @Bean
    Job nightly() {
        return new JobBuilder(JOB, repository)
                .start(eachFeed(
                        PULL, (feed, run) -> stages.pull(feed, run, current.scheduledSince(feed), current.progress())))
                .next(eachFeed(MAP, (feed, run) -> stages.map(feed, run, current.progress())))
                .next(step("conserve", stages::conserve))
                .next(step("link children", run -> stages.link(Population.CHILD, run, current.progress())))
                .next(step("merge children", run -> stages.version(Population.CHILD, run, current.progress())))
                .next(step("link volunteers", run -> stages.link(Population.VOLUNTEER, run, current.progress())))
                .next(step("merge volunteers", run -> stages.version(Population.VOLUNTEER, run, current.progress())))
                .next(step("clocks", care::clocks))
                .next(step("pair", care::pair))
                .next(step("duties", care::duties))
                .next(step("hidden", run -> care.hidden(run, current.progress())))
                .next(step("propose", care::propose))
                .next(step("wake-ups", care::wakeUps))
                .next(step("coverage", care::coverage))
                .build();
    }

    /** The work of a step: how many records it handled. */
    private interface Work {
        long run(Run run);
    }

    /** The work of a step for one feed. */
    private interface FeedWork {
        long run(String feed, Run run);
    }

    private Step step(String name, Work work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            contribution.incrementWriteCount(work.run(current.run()));
                            return null;
                        },
                        transactions)
                .listener(current.gate())
                .listener(current.stageClock())
                .build();
    }

    private Step eachFeed(String name, FeedWork work) {
        Tasklet tasklet = (contribution, context) -> {
            String feed = String.valueOf(
                    context.getStepContext().getStepExecutionContext().get(FEED));
            contribution.incrementWriteCount(work.run(feed, current.run()));
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
