package org.childfile.landing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.childfile.feed.Acquisition;
import org.childfile.feed.Completion;
import org.childfile.feed.Connector;
import org.childfile.feed.PullFailed;
import org.childfile.landing.PullReport.Counts;
import org.childfile.landing.PullReport.State;
import org.jspecify.annotations.Nullable;

/**
 * Lands pulls. Every public method is one transaction of its caller's:
 *
 * <ol>
 *   <li>The records of the pull are copied into a temporary table while they are read.
 *   <li>A pull that turns out incomplete is undone; only the row that says so remains.
 *   <li>Each record's fate is decided in one statement: new, changed, unchanged, duplicate or set aside.
 *   <li>A snapshot that shrank too much is kept whole and held. Any other pull is put in force.
 * </ol>
 */
public final class Landing {

    private static final int WHOLE_PULL_ATTEMPTS = 2;

    private final Acquisition acquisition;
    private final LandingStore store;
    private final Clock clock;

    public Landing(Acquisition acquisition, DataSource dataSource, Clock clock) {
        this.acquisition = acquisition;
        this.store = new LandingStore(dataSource);
        this.clock = clock;
    }

    /** Whether a run already has a pull of this feed that needs no repetition. */
    public boolean has(String feed, String run) {
        return store.pullOfRun(feed, run).isPresent();
    }

    /** Gives the run a pull that the schedule fetched after a moment; false if there is none. */
    public boolean adopt(String feed, String run, Instant after) {
        return store.adopt(feed, run, after).isPresent();
    }

    /** Whether a feed was fetched after a moment, and what came is in force. */
    public boolean fetchedSince(String feed, Instant moment) {
        return store.landedSince(feed, moment);
    }

    /**
     * Pulls one feed.
     *
     * @param run the run that it belongs to; null for a pull of the schedule
     * @param progress is told the number of records every some thousand
     */
    public PullReport pull(Connector connector, @Nullable String run, LongConsumer progress) {
        Instant started = clock.instant();
        Connection connection = store.prepare(connector.feed());
        Optional<String> watermark = watermark(connector);
        for (int attempt = 1; ; attempt++) {
            Savepoint savepoint = savepoint(connection);
            try (IncomingRecords incoming = new IncomingRecords(LandingStore.incoming(connection), progress)) {
                Completion completion = acquisition.pull(connector, watermark, incoming);
                incoming.finish();
                return keep(connector, run, started, completion, incoming);
            } catch (PullFailed e) {
                LandingStore.undo(connection, savepoint);
                if (attempt >= WHOLE_PULL_ATTEMPTS || !e.worthBeginningAgain()) {
                    return failed(connector, run, started, e);
                }
            } catch (RuntimeException e) {
                // One feed's bytes may find an error of ours; it must not keep the other feeds from their night.
                LandingStore.undo(connection, savepoint);
                return failed(connector, run, started, PullFailed.unexpected(e));
            }
        }
    }

    private PullReport keep(
            Connector connector,
            @Nullable String run,
            Instant started,
            Completion completion,
            IncomingRecords incoming) {
        store.analyzeIncoming();
        Optional<String> shrunk = shrunk(connector);
        State state = shrunk.isPresent() ? State.HELD : State.LANDED;
        Counts counts = store.decideFates(connector.feed());
        if (counts.pulled() != completion.records()) {
            throw new IllegalStateException("records were lost between feed and landing zone: " + completion.records()
                    + " read, " + counts.pulled() + " landed");
        }
        long pull = store.insertPull(connector.feed(), run, state, started);
        store.keepRecords(pull, state == State.HELD);
        if (state == State.LANDED) {
            counts = putInForce(connector, pull, counts);
        }
        incoming.document().ifPresent(content -> store.insertDocument(pull, content));
        PullReport report = new PullReport(pull, connector.feed(), state, counts, completion.drift(), shrunk);
        store.updatePull(report, completion.watermark().orElse(null), incoming.header(), null);
        return report;
    }

    private Counts putInForce(Connector connector, long pull, Counts counts) {
        store.putInForce(pull, connector.feed());
        int withdrawn = connector.mode() == Connector.Mode.SNAPSHOT
                ? store.withdrawMissing(connector.feed())
                : store.countDeletions();
        return counts.withWithdrawn(withdrawn);
    }

    private Optional<String> shrunk(Connector connector) {
        if (connector.mode() != Connector.Mode.SNAPSHOT) {
            return Optional.empty();
        }
        LandingStore.Keys keys = store.countKeys(connector.feed());
        int allowed = connector.limits().maxShrinkPercent();
        return keys.now() * 100 < keys.before() * (100 - allowed)
                ? Optional.of("the snapshot has " + keys.now() + " keys, the last one had " + keys.before()
                        + "; more than " + allowed + " % fewer is held. Decide with: childfile hold approve|reject "
                        + connector.feed())
                : Optional.empty();
    }

    private PullReport failed(Connector connector, @Nullable String run, Instant started, PullFailed failure) {
        long pull = store.insertPull(connector.feed(), run, State.FAILED, started);
        PullReport report = new PullReport(
                pull,
                connector.feed(),
                State.FAILED,
                Counts.NONE,
                List.of(),
                Optional.of(String.valueOf(failure.getMessage())));
        store.updatePull(report, null, List.of(), failure.reason().name());
        return report;
    }

    /** Puts the held pull of a feed in force; false if none is held. */
    public boolean approve(Connector connector) {
        Optional<Long> held = store.heldPull(connector.feed());
        held.ifPresent(pull -> {
            store.prepare(connector.feed());
            store.reloadHeld(pull);
            store.analyzeIncoming();
            Counts counts = store.decideFates(connector.feed());
            store.keepRecords(pull, false);
            store.setState(pull, State.LANDED);
            store.setCounts(pull, putInForce(connector, pull, counts));
        });
        return held.isPresent();
    }

    /** Refuses the held pull of a feed; false if none is held. */
    public boolean reject(String feed) {
        Optional<Long> held = store.heldPull(feed);
        held.ifPresent(pull -> store.setState(pull, State.REJECTED));
        return held.isPresent();
    }

    private Optional<String> watermark(Connector connector) {
        return connector.mode() == Connector.Mode.SNAPSHOT ? Optional.empty() : store.watermark(connector.feed());
    }

    private static Savepoint savepoint(Connection connection) {
        try {
            return connection.setSavepoint();
        } catch (SQLException e) {
            throw new IllegalStateException("a pull needs a transaction", e);
        }
    }
}
