package org.childfile.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.database.Outage;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.landing.Landing;
import org.childfile.ingest.landing.PullReport;
import org.childfile.ingest.mapping.MappingStage;
import org.childfile.ingest.push.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The landing of a stream run: what departments pushed, in the order in which it came, and what feeds tell that are asked for
 * changes. Each pull is a transaction of its own, as in a night, so a push is landed once, however often a round is killed.
 */
@Component
class StreamLanding {

    private static final Logger LOG = LoggerFactory.getLogger(StreamLanding.class);
    /** A feed whose pushes cannot be landed is tried again after as long. */
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final PipelineSettings settings;
    private final Inbox inbox;
    private final Landing landing;
    private final MappingStage mapping;
    private final RunStore runs;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, Instant> askedAt = new HashMap<>();
    private final Map<String, Instant> notBefore = new HashMap<>();

    StreamLanding(
            PipelineSettings settings,
            Inbox inbox,
            Landing landing,
            MappingStage mapping,
            RunStore runs,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.settings = settings;
        this.inbox = inbox;
        this.landing = landing;
        this.mapping = mapping;
        this.runs = runs;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The feeds that are to be asked for changes by now. */
    List<Connector> due() {
        Instant now = clock.instant();
        return settings.connectors().all().stream()
                .filter(connector -> connector.stream()
                        .filter(every -> !askedAt.getOrDefault(connector.feed(), Instant.MIN)
                                .plus(every)
                                .isAfter(now))
                        .isPresent())
                .toList();
    }

    /** Lands all that waits in the inbox, for the stream run of a day; the books of it are that run's. */
    void pushes(LocalDate day, RunLock lock) {
        if (!inbox.feedsWaiting().isEmpty()) {
            Run run = runs.stream(day);
            pushes(run, lock);
            runs.endRound(run.runId(), Run.State.DONE, "", true);
        }
    }

    /** Lands all that waits in the inbox; gives the pulls that it made. */
    List<PullReport> pushes(Run run, RunLock lock) {
        List<PullReport> pulls = new ArrayList<>();
        for (String feed : inbox.feedsWaiting()) {
            if (settings.connectors().find(feed).isEmpty()
                    || clock.instant().isBefore(notBefore.getOrDefault(feed, Instant.MIN))) {
                continue;
            }
            try {
                while (push(feed, run, lock, pulls)) {
                    notBefore.remove(feed);
                }
            } catch (RuntimeException e) {
                if (Outage.is(e) || lock.lost()) {
                    throw e;
                }
                // What waits stays in the inbox; the other feeds go on.
                notBefore.put(feed, clock.instant().plus(AGAIN));
                LOG.error("what was pushed for {} cannot be landed: {}", feed, FailureCause.of(e));
            }
        }
        return pulls;
    }

    private boolean push(String feed, Run run, RunLock lock, List<PullReport> pulls) {
        List<PullReport> made = new ArrayList<>(1);
        Long records = transaction.execute(status -> {
            long landed = inbox.land(feed, (connector, batch) -> {
                PullReport report = landing.pushed(connector, run.runId(), batch, mapping.trial(feed));
                if (report.state() == PullReport.State.FAILED) {
                    throw new IllegalStateException(report.message().orElse("the pull failed"));
                }
                made.add(report);
                return report.pullId();
            });
            lock.require();
            return landed;
        });
        pulls.addAll(made);
        return records != null && records > 0;
    }

    /** Asks the feeds for changes that are due; gives the pulls that it made. */
    List<PullReport> changes(Run run, RunLock lock) {
        List<PullReport> pulls = new ArrayList<>();
        for (Connector connector : due()) {
            askedAt.put(connector.feed(), clock.instant());
            if (landing.holds(connector.feed())) {
                // It would bring what an operator has not decided about.
                continue;
            }
            PullReport report = transaction.execute(status -> {
                PullReport made = landing.changes(connector, run.runId(), mapping.trial(connector.feed()));
                lock.require();
                return made;
            });
            if (report != null) {
                pulls.add(report);
            }
        }
        return pulls;
    }
}
