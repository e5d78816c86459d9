package org.childfile.jobs;

import org.childfile.mapping.Population;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The nightly run: every stage, in order. Each step is one transaction (each feed's part of {@code pull} and {@code map}
 * is one of its own), so a run that was killed anywhere goes on at the first step that had not committed.
 */
@Configuration(proxyBeanMethods = false)
class NightlyRun {

    static final String JOB = "nightly";
    static final String PULL = "pull";
    static final String MAP = "map";

    private final JobRepository repository;
    private final CurrentRun current;
    private final Steps steps;
    private final Stages files;
    private final CareStages care;

    NightlyRun(JobRepository repository, CurrentRun current, Steps steps, Stages files, CareStages care) {
        this.repository = repository;
        this.current = current;
        this.steps = steps;
        this.files = files;
        this.care = care;
    }

    @Bean
    Job nightly() {
        return new JobBuilder(JOB, repository)
                .start(steps.eachFeed(
                        PULL, (feed, run) -> files.pull(feed, run, current.scheduledSince(feed), current.progress())))
                .next(steps.eachFeed(MAP, (feed, run) -> files.map(feed, run, current.progress())))
                .next(steps.step("conserve", files::conserve))
                .next(steps.step("link children", run -> files.link(Population.CHILD, run, current.progress())))
                .next(steps.step("merge children", run -> files.version(Population.CHILD, run, current.progress())))
                .next(steps.step("link volunteers", run -> files.link(Population.VOLUNTEER, run, current.progress())))
                .next(steps.step(
                        "merge volunteers", run -> files.version(Population.VOLUNTEER, run, current.progress())))
                .next(steps.step("clocks", care::clocks))
                .next(steps.step("pair", care::pair))
                .next(steps.step("duties", care::duties))
                .next(steps.step("hidden", run -> care.hidden(run, current.progress())))
                .next(steps.step("propose", care::propose))
                .next(steps.step("wake-ups", care::wakeUps))
                .next(steps.step("corrections", care::corrections))
                .next(steps.step("coverage", care::coverage))
                .build();
    }
}
