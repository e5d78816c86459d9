package org.childfile.jobs;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.childfile.access.audit.AgeClocks;
import org.childfile.care.coverage.CoverageStore;
import org.childfile.care.duties.DutyLedger;
import org.childfile.care.help.Wakeups;
import org.childfile.care.pairing.Proposals;
import org.childfile.care.pairing.Registry;
import org.childfile.care.rectification.Rectification;
import org.childfile.files.digitalfile.DigitalFileStage;
import org.springframework.stereotype.Component;

/**
 * What the steps of a run call that build upon the files. Every method may be called again for the same run, and is one
 * transaction but for {@link #wakeUps} and {@link #corrections}.
 */
@Component
class CareStages {

    private final AgeClocks clocks;
    private final Registry registry;
    private final DutyLedger duties;
    private final DigitalFileStage files;
    private final Proposals proposals;
    private final Wakeups wakeups;
    private final Rectification rectification;
    private final CoverageStore coverage;
    private final Clock clock;

    CareStages(
            AgeClocks clocks,
            Registry registry,
            DutyLedger duties,
            DigitalFileStage files,
            Proposals proposals,
            Wakeups wakeups,
            Rectification rectification,
            CoverageStore coverage,
            Clock clock) {
        this.clocks = clocks;
        this.registry = registry;
        this.duties = duties;
        this.files = files;
        this.proposals = proposals;
        this.wakeups = wakeups;
        this.rectification = rectification;
        this.coverage = coverage;
        this.clock = clock;
    }

    /** Notes who reached an age at which the law sees a child anew. */
    long clocks(OngoingRun ongoing) {
        Run run = ongoing.run();
        return ongoing.changed().isEmpty()
                ? clocks.advance(run.runId(), run.day())
                : clocks.written(run.runId(), run.day());
    }

    /** Brings the registry of pairings up to date. */
    long pair(OngoingRun ongoing) {
        Run run = ongoing.run();
        if (ongoing.changed().isEmpty()) {
            return registry.update(run.runId(), run.day());
        }
        ChangedPersons changed = ongoing.changed().get();
        Registry.Changed pairings = registry.change(run.runId(), run.day(), changed.children(), changed.volunteers());
        changed.pairings().addAll(pairings.pairings());
        changed.children().addAll(pairings.children());
        return pairings.pairings().size();
    }

    /** Brings the ledger of the six ones to the run's day; of a stream run what its persons owe. */
    long duties(OngoingRun ongoing) {
        Run run = ongoing.run();
        if (ongoing.changed().isEmpty()) {
            return duties.advance(run.runId(), run.day());
        }
        ChangedPersons changed = ongoing.changed().get();
        DutyLedger.Changed owed = duties.change(run.runId(), run.day(), changed.persons(), changed.pairings());
        changed.children().addAll(owed.children());
        return owed.written();
    }

    /** Applies the rules about children: kinds of difficulty, hidden children, signals, grades of risk. */
    long hidden(OngoingRun ongoing) {
        Run run = ongoing.run();
        DigitalFileStage.Recording recording = new DigitalFileStage.Recording(
                run.runId(), run.day(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return ongoing.changed()
                .map(changed -> files.assess(changed.children(), recording))
                .orElseGet(() ->
                        files.assess(recording, children -> ongoing.progress().at("hidden", "", children)));
    }

    /** Proposes caring mothers for the children who have none. */
    long propose(Run run) {
        return proposals.propose(run.day(), Optional.empty()).children().size();
    }

    /**
     * Takes the calls for help that the feeds brought, and sends and follows applications. What it does is in transactions of
     * their own, for what was sent stays sent.
     */
    long wakeUps(Run run) {
        Wakeups.Round round = wakeups.night(run.runId(), run.day());
        return (long) round.calls() + round.sent() + round.followed();
    }

    /** Tells departments of records that were proved wrong, and follows what became of it; in transactions of their own. */
    long corrections(Run run) {
        return rectification.night(run.day()).done();
    }

    /** Counts who is seen, paired and visited. */
    long coverage(Run run) {
        return coverage.count(run.day());
    }
}
