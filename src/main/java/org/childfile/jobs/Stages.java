package org.childfile.jobs;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.childfile.audit.AgeClocks;
import org.childfile.care.DutyLedger;
import org.childfile.coverage.CoverageStore;
import org.childfile.digitalfile.DigitalFileStage;
import org.childfile.feed.Connector;
import org.childfile.landing.Landing;
import org.childfile.landing.PullReport;
import org.childfile.linkage.LinkageStage;
import org.childfile.mapping.MappingStage;
import org.childfile.mapping.Population;
import org.childfile.pairing.Proposals;
import org.childfile.pairing.Registry;
import org.childfile.versions.VersionStage;
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
    private final Registry registry;
    private final DutyLedger duties;
    private final CoverageStore coverage;
    private final DigitalFileStage files;
    private final Proposals proposals;
    private final RunStore runs;
    private final Clock clock;

    Stages(
            PipelineSettings settings,
            Landing landing,
            MappingStage mapping,
            LinkageStage linkage,
            VersionStage versions,
            AgeClocks clocks,
            Registry registry,
            DutyLedger duties,
            CoverageStore coverage,
            DigitalFileStage files,
            Proposals proposals,
            RunStore runs,
            Clock clock) {
        this.settings = settings;
        this.landing = landing;
        this.mapping = mapping;
        this.linkage = linkage;
        this.versions = versions;
        this.clocks = clocks;
        this.registry = registry;
        this.duties = duties;
        this.coverage = coverage;
        this.files = files;
        this.proposals = proposals;
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

    /** Brings the registry of pairings up to date. */
    long pair(Run run) {
        return registry.update(run.day());
    }

    /** Brings the ledger of the six ones to the run's day. */
    long duties(Run run) {
        return duties.advance(run.day());
    }

    /** Counts who is seen, paired and visited. */
    long coverage(Run run) {
        return coverage.count(run.day());
    }

    /** Applies the rules about children: kinds of difficulty, hidden children, signals, grades of risk. */
    long hidden(Run run, RunProgress progress) {
        return files.assess(
                new DigitalFileStage.Recording(run.runId(), run.day(), now()),
                children -> progress.at("hidden", "", children));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Proposes caring mothers for the children who have none. */
    long propose(Run run) {
        return proposals.propose(run.day(), Optional.empty()).children().size();
    }

    long version(Population population, Run run, RunProgress progress) {
        VersionStage.Recording recording = new VersionStage.Recording(run.runId(), run.day(), now());
        return versions.write(
                        population, recording, persons -> progress.at("merge " + population.written(), "", persons))
                .written();
    }
}
