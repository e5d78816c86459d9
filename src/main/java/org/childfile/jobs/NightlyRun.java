package org.childfile.jobs;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.childfile.ingest.mapping.Population;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.FlowJobBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.FlowExecutionStatus;
import org.springframework.batch.core.job.flow.JobExecutionDecider;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.stereotype.Component;

/**
 * The nightly run: every stage, in order. Each step is one transaction (each feed's part of {@code pull} and {@code map}
 * is one of its own), so a run that was killed anywhere goes on at the steps that had not committed.
 */
@Component
class NightlyRun {

    static final String JOB = "nightly";
    static final String PULL = "pull";
    static final String MAP = "map";
    /** How a step ended that failed; a later one that began all the same makes it abandoned. */
    static final Set<BatchStatus> FAILED = Set.of(BatchStatus.FAILED, BatchStatus.ABANDONED);

    private final JobRepository repository;
    private final Steps steps;
    private final Stages files;
    private final CareStages care;

    NightlyRun(JobRepository repository, Steps steps, Stages files, CareStages care) {
        this.repository = repository;
        this.steps = steps;
        this.files = files;
        this.care = care;
    }

    /**
     * The job of one run: the order of all steps. Nothing is built on feeds of which a record was lost; else a step that
     * fails keeps none of the others from their work, calls for help least of all, and the run has failed in the end.
     */
    Job of(OngoingRun ongoing) {
        RunProgress progress = ongoing.progress();
        List<Step> feeds = List.of(
                steps.eachFeed(PULL, ongoing, (feed, run) -> files.pull(feed, ongoing)),
                steps.eachFeed(MAP, ongoing, (feed, run) -> files.map(feed, run, progress)),
                steps.step("reconcile", ongoing, files::reconcile));
        List<Step> built = built(ongoing).stream()
                .map(stage -> steps.step(stage.name(), ongoing, stage.work()))
                .toList();
        List<Step> always = List.of(
                steps.step("wake-ups", ongoing, care::wakeUps),
                steps.step("corrections", ongoing, care::corrections),
                steps.step("coverage", ongoing, care::coverage));
        return inOrder(feeds, built, always);
    }

    /** A stage behind the mapping, in one transaction of its caller's. */
    record Stage(String name, Steps.Work work) {}

    /** The stages that make files and what builds upon them, in order; a stream run has the same ones. */
    List<Stage> built(OngoingRun ongoing) {
        RunProgress progress = ongoing.progress();
        return List.of(
                new Stage("link children", run -> files.link(Population.CHILD, run, progress)),
                new Stage("merge children", run -> files.version(Population.CHILD, ongoing)),
                new Stage("link volunteers", run -> files.link(Population.VOLUNTEER, run, progress)),
                new Stage("merge volunteers", run -> files.version(Population.VOLUNTEER, ongoing)),
                new Stage("clocks", run -> care.clocks(ongoing)),
                new Stage("pair", run -> care.pair(ongoing)),
                new Stage("duties", run -> care.duties(ongoing)),
                new Stage("hidden", run -> care.hidden(ongoing)),
                new Stage("propose", care::propose));
    }

    private Job inOrder(List<Step> feeds, List<Step> built, List<Step> always) {
        List<Step> all = Stream.of(feeds, built, always).flatMap(List::stream).toList();
        FlowBuilder<FlowJobBuilder> flow = new JobBuilder(JOB, repository).flow(all.getFirst());
        for (int i = 0; i + 1 < all.size(); i++) {
            if (feeds.contains(all.get(i))) {
                flow = flow.from(all.get(i)).on("FAILED").to(always.getFirst());
            }
            flow = flow.from(all.get(i)).on("*").to(all.get(i + 1));
        }
        JobExecutionDecider verdict = (execution, step) -> all.stream()
                        .map(each -> repository.getLastStepExecution(execution.getJobInstance(), each.getName()))
                        .anyMatch(last -> last != null && FAILED.contains(last.getStatus()))
                ? FlowExecutionStatus.FAILED
                : FlowExecutionStatus.COMPLETED;
        return flow.from(all.getLast())
                .on("*")
                .to(verdict)
                .from(verdict)
                .on("FAILED")
                .fail()
                .from(verdict)
                .on("*")
                .end()
                .end()
                .build();
    }
}
