package org.childfile.ingest.landing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.childfile.access.erasure.Tombstones;
import org.childfile.access.privacy.Keyring;
import org.childfile.ingest.connect.Acquisition;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.format.Completion;
import org.childfile.ingest.format.RecordSink;
import org.childfile.ingest.landing.PullReport.Counts;
import org.childfile.ingest.landing.PullReport.State;
import org.jspecify.annotations.Nullable;

/**
 * Lands pulls. Every public method is one transaction of its caller's:
 *
 * <ol>
 *   <li>While a pull is read, each record's fate is decided by what is in force for its key: new, changed, unchanged,
 *       duplicate or set aside. All but what came again unchanged is copied into the landing zone.
 *   <li>A pull that turns out incomplete is undone; only the row that says so remains.
 *   <li>A pull of which too much is refused, and a snapshot that shrank too much, is held: landed, and not in force, its
 *       refused records in the quarantine. Any other pull is put in force; the quarantine's entries of keys that came sound
 *       are closed.
 * </ol>
 *
 * <p>Over 250 lines, because what undoes or holds a pull must see all that the pull did.
 */
public final class Landing {

    private static final int WHOLE_PULL_ATTEMPTS = 2;
    /** The watermark behind which the next pull asks for all. */
    private static final String FROM_THE_BEGINNING = "";

    private final Acquisition acquisition;
    private final LandingStore store;
    private final Tombstones tombstones;
    private final Clock clock;
    private final Keyring keys;

    public Landing(Acquisition acquisition, DataSource dataSource, Keyring keys, Tombstones tombstones, Clock clock) {
        this.acquisition = acquisition;
        this.store = new LandingStore(dataSource, keys);
        this.keys = keys;
        this.tombstones = tombstones;
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

    /** Where the records of a pull come from. */
    public interface Source {
        /**
         * Hands out every record of the pull; it counts only if this returns.
         *
         * @param watermark where the last accepted pull ended; empty for all there is
         * @throws PullFailed if the pull is not complete
         */
        Completion read(Optional<String> watermark, RecordSink sink);
    }

    /** What a pull is for. */
    private enum Kind {
        /** It is one of a night: what a snapshot lacks is gone, and a pull that looks wrong is held. */
        WHOLE(null),
        /** Changes between the nights, which the department was asked for. */
        STREAM("pull"),
        /** Changes that the department sent by itself. */
        PUSH("push");

        private final @Nullable String stream;

        Kind(@Nullable String stream) {
            this.stream = stream;
        }
    }

    /**
     * Pulls one feed.
     *
     * @param run the run that it belongs to; null for a pull of the schedule
     * @param trial tells which records the next stage will refuse
     * @param progress is told the number of records every some thousand
     */
    public PullReport pull(Connector connector, @Nullable String run, Trial trial, LongConsumer progress) {
        return pull(new Pulling(connector, run, Kind.WHOLE, asked(connector), trial, progress));
    }

    /**
     * Pulls what changed of a feed since its last pull, between the nights. It is never held. Where it brought nothing, as the
     * one before it, one row of the books has both.
     */
    public PullReport changes(Connector connector, String run, Trial trial) {
        PullReport report = pull(new Pulling(connector, run, Kind.STREAM, asked(connector), trial, records -> {}));
        store.mergeQuiet(report.pullId());
        return report;
    }

    /**
     * Lands records that a department sent by itself, whatever the feed's mode, as changes: nothing is concluded from what
     * they lack, and they are never held.
     */
    public PullReport pushed(Connector connector, String run, Source records, Trial trial) {
        return pull(new Pulling(connector, run, Kind.PUSH, records, trial, told -> {}));
    }

    private Source asked(Connector connector) {
        return (watermark, sink) -> acquisition.pull(connector, watermark, sink);
    }

    /** One pull as it is asked for. */
    private record Pulling(
            Connector connector, @Nullable String run, Kind kind, Source source, Trial trial, LongConsumer progress) {
        boolean snapshot() {
            return kind == Kind.WHOLE && connector.mode() == Connector.Mode.SNAPSHOT;
        }
    }

    private PullReport pull(Pulling pulling) {
        Connector connector = pulling.connector();
        Instant started = clock.instant();
        Connection connection = store.prepare(connector.feed());
        Optional<PullFailed> otherKeys = keysInOtherForm(connector);
        if (otherKeys.isPresent()) {
            return failed(pulling, started, otherKeys.get());
        }
        Optional<String> watermark = pulling.kind() == Kind.PUSH ? Optional.empty() : watermark(connector);
        for (int attempt = 1; ; attempt++) {
            Savepoint savepoint = savepoint(connection);
            try {
                return attempt(pulling, started, watermark);
            } catch (PullFailed e) {
                LandingStore.undo(connection, savepoint);
                if (attempt >= WHOLE_PULL_ATTEMPTS || !e.worthBeginningAgain()) {
                    return failed(pulling, started, e);
                }
            } catch (RuntimeException e) {
                // One feed's bytes may find an error of ours; it must not keep the other feeds from their night.
                LandingStore.undo(connection, savepoint);
                return failed(pulling, started, PullFailed.unexpected(e));
            }
        }
    }

    /** Keys that were clear and are sealed now, or the other way, would be other keys: every record would be lost and new. */
    private Optional<PullFailed> keysInOtherForm(Connector connector) {
        boolean sealed = keys.tokens().seals(connector.feed());
        if (sealed == connector.sealedKey()) {
            return Optional.empty();
        }
        if (!sealed && !store.knows(connector.feed())) {
            keys.sealKeysOf(connector.feed());
            return Optional.empty();
        }
        return Optional.of(new PullFailed(
                PullFailed.Reason.NOT_CONFIGURED,
                connector.file() + ": sealed-key: " + connector.sealedKey() + ", but the keys of " + connector.feed()
                        + " are " + (sealed ? "sealed" : "clear") + " in this warehouse. Write sealed-key: " + sealed
                        + ", or begin a new warehouse"));
    }

    private PullReport attempt(Pulling pulling, Instant started, Optional<String> watermark) {
        Connector connector = pulling.connector();
        long pull = store.insertPull(connector.feed(), pulling.run(), State.LANDED, started, pulling.kind().stream);
        boolean snapshot = pulling.snapshot();
        ChangeDetector detector = new ChangeDetector();
        ForgottenRecords forgotten = new ForgottenRecords(tombstones.of(connector.feed()));
        try (CurrentRecordsReader standing = store.standing(connector.feed(), detector);
                IncomingRecords incoming = new IncomingRecords(
                        connector.feed(),
                        pull,
                        keys,
                        store.records(),
                        detector,
                        forgotten,
                        snapshot ? told -> {} : standing::read,
                        pulling.trial(),
                        pulling.progress())) {
            // A snapshot must know every key in force; what tells of changes only those that it names.
            if (snapshot) {
                standing.readAll();
            }
            Completion completion = pulling.source().read(watermark, incoming);
            incoming.finish();
            PullReport report = keep(pulling, pull, completion, incoming, detector);
            if (forgotten.emptied() > 0) {
                tombstones.returned(pull, forgotten.emptied());
            } else {
                // A document is one piece: with a forgotten person's row in it, it is not kept.
                incoming.document().ifPresent(content -> store.insertDocument(pull, content));
            }
            return report;
        }
    }

    private PullReport keep(
            Pulling pulling, long pull, Completion completion, IncomingRecords incoming, ChangeDetector detector) {
        Connector connector = pulling.connector();
        boolean whole = pulling.kind() == Kind.WHOLE;
        store.superseded().setAside(connector.feed(), pull, detector.superseded());
        Counts counts = detector.counts();
        if (counts.pulled() != completion.records()) {
            throw new IllegalStateException("records were lost between feed and landing zone: " + completion.records()
                    + " read, " + counts.pulled() + " landed");
        }
        boolean snapshot = pulling.snapshot();
        Missing missing = snapshot ? detector.missing() : Missing.NONE;
        Optional<Hold> hold = whole ? Hold.of(connector, detector, counts) : Optional.empty();
        Optional<String> rejected = hold.isPresent() ? store.rejectedBefore(connector.feed(), pull) : Optional.empty();
        if (hold.isPresent()) {
            store.holdWithdrawals(pull, missing.gone());
            store.quarantine().setAside(connector.feed(), pull, incoming.refused());
        } else {
            store.putInForce(pull, connector.feed());
            store.withdraw(pull, connector.feed(), missing.gone());
            store.quarantine().close(connector.feed(), pull, detector, snapshot);
            counts = counts.withWithdrawn(snapshot ? missing.gone().size() : detector.deletions());
        }
        State state = hold.isPresent() ? State.HELD : State.LANDED;
        Optional<String> uncounted = !whole || hold.isPresent() ? Optional.empty() : miscounted(connector, completion);
        List<String> notes = missing.notes(completion.drift(), detector.broken());
        uncounted.ifPresent(notes::addFirst);
        Optional<String> message =
                hold.map(why -> why.message() + rejected.map(". "::concat).orElse(""));
        PullReport report = new PullReport(pull, connector.feed(), state, counts, notes, message);
        store.updatePull(
                report,
                uncounted.isPresent()
                        ? FROM_THE_BEGINNING
                        : completion.watermark().orElse(null),
                incoming.header(),
                hold.flatMap(Hold::reason).orElse(null));
        return report;
    }

    /** Where a department says that it has another number of records than came from it so far: the next pull asks for all. */
    private Optional<String> miscounted(Connector connector, Completion completion) {
        int here = completion.all().isPresent() ? store.inForce(connector.feed()) : 0;
        return completion.all().isEmpty() || completion.all().getAsInt() == here
                ? Optional.empty()
                : Optional.of("the department has " + completion.all().getAsInt() + " records, " + here
                        + " are here: the next pull asks for all");
    }

    private PullReport failed(Pulling pulling, Instant started, PullFailed failure) {
        String feed = pulling.connector().feed();
        long pull = store.insertPull(feed, pulling.run(), State.FAILED, started, pulling.kind().stream);
        PullReport report = new PullReport(
                pull, feed, State.FAILED, Counts.NONE, List.of(), Optional.of(String.valueOf(failure.getMessage())));
        store.updatePull(report, null, List.of(), failure.reason().name());
        return report;
    }

    /** Whether a pull of a feed is held and waits for an operator. */
    public boolean holds(String feed) {
        return store.heldPull(feed).isPresent();
    }

    /** Puts the held pull of a feed in force; false if none is held. */
    public boolean approve(String feed, Decision decision) {
        // The lock first: what is held may be decided, or superseded, while one waits for it.
        store.prepare(feed);
        Optional<Long> held = store.heldPull(feed);
        held.ifPresent(pull -> {
            store.putInForce(pull, feed);
            store.quarantine().approved(pull);
            store.decided(pull, State.LANDED, store.withdrawHeld(pull, feed), decision);
        });
        return held.isPresent();
    }

    /** Refuses the held pull of a feed; false if none is held. */
    public boolean reject(String feed, Decision decision) {
        store.prepare(feed);
        Optional<Long> held = store.heldPull(feed);
        held.ifPresent(pull -> {
            store.decided(pull, State.REJECTED, 0, decision);
            store.quarantine().rejected(pull);
        });
        return held.isPresent();
    }

    private Optional<String> watermark(Connector connector) {
        return connector.mode() == Connector.Mode.SNAPSHOT
                ? Optional.empty()
                : store.watermark(connector.feed()).filter(mark -> !mark.equals(FROM_THE_BEGINNING));
    }

    private static Savepoint savepoint(Connection connection) {
        try {
            return connection.setSavepoint();
        } catch (SQLException e) {
            throw new IllegalStateException("a pull needs a transaction", e);
        }
    }
}
