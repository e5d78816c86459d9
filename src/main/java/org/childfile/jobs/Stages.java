package org.childfile.jobs;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.childfile.files.identity.LinkageStage;
import org.childfile.files.versions.VersionStage;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.landing.Landing;
import org.childfile.ingest.landing.PullReport;
import org.childfile.ingest.mapping.MappingStage;
import org.childfile.ingest.mapping.Population;
import org.springframework.stereotype.Component;

/** What the steps of a run call that make the files. Every method is one transaction, and may be called again for the same run. */
@Component
class Stages {

    private final PipelineSettings settings;
    private final Landing landing;
    private final MappingStage mapping;
    private final LinkageStage linkage;
    private final VersionStage versions;
    private final RunStore runs;
    private final Clock clock;

    Stages(
            PipelineSettings settings,
            Landing landing,
            MappingStage mapping,
            LinkageStage linkage,
            VersionStage versions,
            RunStore runs,
            Clock clock) {
        this.settings = settings;
        this.landing = landing;
        this.mapping = mapping;
        this.linkage = linkage;
        this.versions = versions;
        this.runs = runs;
        this.clock = clock;
    }

    /** Pulls a feed for a run, unless the run has a pull of it that need not be fetched again, or the schedule fetched one tonight. */
    long pull(String feed, OngoingRun ongoing) {
        Run run = ongoing.run();
        Connector connector = settings.connectors().find(feed).orElseThrow();
        if (run.kind() == Run.Kind.REPLAY
                || !ongoing.again().contains(feed) && has(feed, run, ongoing.scheduledSince(feed))) {
            return 0;
        }
        PullReport report = landing.pull(
                connector,
                run.runId(),
                mapping.trial(feed),
                records -> ongoing.progress().at(NightlyRun.PULL, feed, records));
        return report.counts().pulled();
    }

    private boolean has(String feed, Run run, Optional<Instant> scheduledSince) {
        return landing.has(feed, run.runId())
                || scheduledSince
                        .filter(since -> landing.adopt(feed, run.runId(), since) || landing.fetchedSince(feed, since))
                        .isPresent();
    }

    long map(String feed, Run run, RunProgress progress) {
        return mapping.map(feed, run.runId(), run.day(), records -> progress.at(NightlyRun.MAP, feed, records))
                .staged();
    }

    /** Fails the run where a record was lost: nothing may be built on such a night. */
    long reconcile(Run run) {
        var lost = runs.lost(run.runId());
        if (!lost.isEmpty()) {
            throw new IllegalStateException("records were lost: " + String.join("; ", lost));
        }
        return 0;
    }

    long link(Population population, Run run, RunProgress progress) {
        return linkage.link(
                        population,
                        run.runId(),
                        run.day(),
                        pairs -> progress.at("link " + population.written(), "", pairs))
                .changed();
    }

    long version(Population population, OngoingRun ongoing) {
        Run run = ongoing.run();
        VersionStage.Recording recording = new VersionStage.Recording(
                run.runId(), run.day(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return versions.write(
                        population,
                        recording,
                        persons -> ongoing.progress().at("merge " + population.written(), "", persons),
                        person -> ongoing.changed()
                                .ifPresent(changed -> changed.of(population).add(person)))
                .written();
    }
}
