package org.childfile.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.childfile.audit.AgeClocks;
import org.childfile.feed.Connector;
import org.childfile.landing.Landing;
import org.childfile.landing.PullReport;
import org.childfile.linkage.LinkageStage;
import org.childfile.mapping.MappingStage;
import org.childfile.mapping.Population;
import org.childfile.versions.VersionStage;
import org.childfile.wakeup.Wakeups;
import org.springframework.stereotype.Component;

/** What each step of a run calls. Every method is one transaction, and may be called again for the same run. */
@Component
class Stages {

    private final PipelineSettings settings;
    private final Landing landing;
    private final MappingStage mapping;
    private final LinkageStage linkage;
    private final VersionStage versions;
    private final AgeClocks clocks;
    private final Wakeups wakeups;
    private final RunStore runs;
    private final Clock clock;

    Stages(
            PipelineSettings settings,
            Landing landing,
            MappingStage mapping,
            LinkageStage linkage,
            VersionStage versions,
            AgeClocks clocks,
            Wakeups wakeups,
            RunStore runs,
            Clock clock) {
        this.settings = settings;
        this.landing = landing;
        this.mapping = mapping;
        this.linkage = linkage;
        this.versions = versions;
        this.clocks = clocks;
        this.wakeups = wakeups;
        this.runs = runs;
        this.clock = clock;
    }

    /** Pulls a feed for a run, unless the run has a pull of it already or the schedule fetched one tonight. */
    long pull(String feed, Run run, Optional<Instant> scheduledSince, RunProgress progress) {
        Connector connector = settings.connectors().find(feed).orElseThrow();
        if (run.kind() == Run.Kind.REPLAY
                || landing.has(feed, run.runId())
                || scheduledSince
                        .filter(since -> landing.adopt(feed, run.runId(), since) || landing.fetchedSince(feed, since))
                        .isPresent()) {
            return 0;
        }
        PullReport report =
                landing.pull(connector, run.runId(), records -> progress.at(NightlyRun.PULL, feed, records));
        return report.counts().pulled();
    }

    long map(String feed, Run run, RunProgress progress) {
        return mapping.map(feed, run.runId(), records -> progress.at(NightlyRun.MAP, feed, records))
                .staged();
    }

    /** Fails the run where a record was lost: nothing may be built on such a night. */
    long conserve(Run run) {
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

    /** Notes who reached an age at which the law sees a child anew. */
    long clocks(Run run) {
        return clocks.strike(run.runId(), run.day());
    }

    /**
     * Takes the calls for help that the feeds brought, and sends and follows applications. What it does is in transactions of
     * their own, for what was sent stays sent.
     */
    long wakeUps(Run run) {
        Wakeups.Round round = wakeups.night(run.runId(), run.day());
        return (long) round.calls() + round.sent() + round.followed();
    }

    long version(Population population, Run run, RunProgress progress) {
        VersionStage.Recording recording = new VersionStage.Recording(
                run.runId(), run.day(), clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS));
        return versions.write(
                        population, recording, persons -> progress.at("merge " + population.written(), "", persons))
                .written();
    }
}
