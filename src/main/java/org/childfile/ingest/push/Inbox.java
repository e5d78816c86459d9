package org.childfile.ingest.push;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.childfile.access.privacy.Context;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedColumn;
import org.childfile.ingest.connect.PushedBody;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Connectors;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.landing.Landing;
import org.childfile.settings.InvalidSettings;
import org.childfile.settings.Problem;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The inbox of what departments push:
 *
 * <ol>
 *   <li>A push is taken if one of the feed's secrets signed it, it is in the feed's format, and the inbox has room. It is
 *       committed, sealed, before the answer, so what was taken is never lost.
 *   <li>The same id with the same body is the same push, and gets the same receipt; with another body it is refused.
 *   <li>A stream run, or a night, lands what waits, in the order in which it was taken ({@link #land}); the body is deleted
 *       as its records enter the landing zone. Once all stages have worked on them the push is {@link #done}.
 * </ol>
 *
 * <p>Over 250 lines, because the outcomes of a push are named beside what decides between them.
 */
public final class Inbox {

    /** How many pushes are written at a time; the others wait, so that stages find connections. */
    private static final int AT_ONCE = 3;

    private static final int PATIENCE_SECONDS = 5;
    private static final int RETRY_SECONDS = 5;
    private static final int PUSHES_A_PULL = 1000;
    private static final int RECORDS_A_PULL = 5000;
    private static final String CONTENT = "landing.push.content";

    private final Connectors connectors;
    private final InboxStore store;
    private final Keyring keyring;
    private final InboxLimits limits;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Map<String, List<byte[]>> secrets = new HashMap<>();
    private final Semaphore writing = new Semaphore(AT_ONCE, true);

    /**
     * The inbox of some feeds.
     *
     * @param environment has the secrets of the feeds
     */
    public Inbox(
            Connectors connectors,
            Map<String, String> environment,
            InboxLimits limits,
            DataSource dataSource,
            Keyring keyring,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.connectors = connectors;
        this.store = new InboxStore(dataSource);
        this.keyring = keyring;
        this.limits = limits;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        for (Connector connector : connectors.all()) {
            connector.push().ifPresent(push -> secrets.put(connector.feed(), keys(connector, push, environment)));
        }
    }

    private static List<byte[]> keys(Connector connector, Connector.Push push, Map<String, String> environment) {
        return push.known(environment).stream()
                .map(secret -> Signature.key(secret)
                        .orElseThrow(() -> new InvalidSettings(List.of(new Problem(
                                connector.file(),
                                0,
                                "push.secrets: a secret is whsec_ and 24 to 64 bytes in Base64, as openssl rand -base64 32"
                                        + " gives them")))))
                .toList();
    }

    /** What is sealed here. */
    public static List<SealedColumn> columns() {
        return List.of(new SealedColumn("landing.push", "content", CONTENT, List.of("receipt"), 1));
    }

    /** What became of a push, or of a question for a receipt. */
    public sealed interface Outcome {
        /** It is kept, now or since it came first. */
        record Taken(Receipt receipt) implements Outcome {}

        /** The feed takes no pushes, or there is no such feed or receipt. */
        record Unknown() implements Outcome {}

        /** No secret of the feed signed it, or its time stamp is too old or too new. */
        record NotSigned() implements Outcome {}

        /** The same id came before with another body. */
        record OtherBody() implements Outcome {}

        /**
         * The body is too long.
         *
         * @param most how many bytes are allowed
         */
        record TooLarge(int most) implements Outcome {}

        /**
         * The body holds too many records.
         *
         * @param most how many are allowed
         */
        record TooMany(int most) implements Outcome {}

        /**
         * The body is not in the feed's format, or holds nothing.
         *
         * @param reason a stable code; never a part of the body
         */
        record Unreadable(String reason) implements Outcome {}

        /**
         * There is no room for it now.
         *
         * @param retrySeconds when there may be room again
         */
        record Full(int retrySeconds) implements Outcome {}
    }

    /** The largest body that a feed takes, in bytes; empty where it takes no pushes. */
    public Optional<Integer> largest(String feed) {
        return secrets.getOrDefault(feed, List.of()).isEmpty()
                ? Optional.empty()
                : connectors.find(feed).flatMap(Connector::push).map(Connector.Push::maxBodyBytes);
    }

    /**
     * Takes a push. An answer other than {@link Outcome.Taken} leaves no trace.
     *
     * @param id the header {@code webhook-id}, and so on; empty where it is absent
     * @param body as it came, one byte more than {@link #largest} at most
     */
    public Outcome take(String feed, String id, String timestamp, String signature, byte[] body) {
        Optional<Integer> largest = largest(feed);
        if (largest.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (body.length > largest.get()) {
            return new Outcome.TooLarge(largest.get());
        }
        if (!signed(feed, new Signature.Headers(id, timestamp, signature), body)) {
            return new Outcome.NotSigned();
        }
        Connector connector = connectors.find(feed).orElseThrow();
        Batch.Body read = new Batch.Body();
        try {
            PushedBody.read(connector, body, read, clock);
        } catch (PullFailed e) {
            return new Outcome.Unreadable(e.reason().name());
        }
        int most = connector.push().orElseThrow().maxRecords();
        if (read.size() > most) {
            return new Outcome.TooMany(most);
        }
        return read.size() == 0 ? new Outcome.Unreadable("NO_RECORDS") : inTurn(feed, id, body, read.size());
    }

    /** A receipt, for who signs an empty body as the feed. */
    public Outcome receipt(String feed, UUID receipt, String id, String timestamp, String signature) {
        if (largest(feed).isEmpty()) {
            return new Outcome.Unknown();
        }
        return signed(feed, new Signature.Headers(id, timestamp, signature), new byte[0])
                ? store.byReceipt(feed, receipt)
                        .<Outcome>map(Outcome.Taken::new)
                        .orElseGet(Outcome.Unknown::new)
                : new Outcome.NotSigned();
    }

    private boolean signed(String feed, Signature.Headers headers, byte[] body) {
        return Signature.holds(secrets.getOrDefault(feed, List.of()), headers, body, clock.instant());
    }

    private Outcome inTurn(String feed, String id, byte[] body, int records) {
        try {
            if (!writing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return new Outcome.Full(RETRY_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Full(RETRY_SECONDS);
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> keep(feed, id, body, records)));
        } finally {
            writing.release();
        }
    }

    private Outcome keep(String feed, String id, byte[] body, int records) {
        byte[] digest = keyring.digest(body);
        Optional<InboxStore.Known> known = store.byMessage(feed, id);
        if (known.isEmpty()) {
            InboxStore.Waiting waiting = store.lock();
            // Who came first holds the lock no more: what it wrote can be seen.
            known = store.byMessage(feed, id);
            if (known.isEmpty()) {
                if (waiting.records() + records > limits.records() || waiting.bytes() + body.length > limits.bytes()) {
                    return new Outcome.Full(RETRY_SECONDS);
                }
                UUID receipt = UUID.randomUUID();
                Instant now = now();
                store.insert(receipt, feed, id, digest, keyring.seal(body, place(receipt)), records, body.length, now);
                return new Outcome.Taken(new Receipt(receipt, feed, Receipt.State.WAITING, records, now, null, null));
            }
        }
        return MessageDigest.isEqual(known.get().digest(), digest)
                ? new Outcome.Taken(known.get().receipt())
                : new Outcome.OtherBody();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static byte[] place(UUID receipt) {
        return Context.of(CONTENT, receipt.toString());
    }

    /** Whether anything waits, or is landed and not done. */
    public boolean open() {
        return store.open();
    }

    /** The feeds of which something waits. */
    public List<String> feedsWaiting() {
        return store.feedsWaiting();
    }

    /** Lands a batch of pushes. */
    public interface Lander {
        /** Lands it in a pull, and gives the pull's number. */
        long land(Connector connector, Landing.Source batch);
    }

    /**
     * Lands the oldest pushes of a feed that go into one pull, in its caller's transaction.
     *
     * @return how many records they hold; 0 where none waits
     */
    public long land(String feed, Lander lander) {
        Connector connector = connectors.find(feed).orElseThrow();
        Batch batch = new Batch();
        long records = 0;
        for (InboxStore.Sealed push : new ArrayList<>(store.waiting(feed, PUSHES_A_PULL))) {
            Batch.Body body = new Batch.Body();
            List<String> notes = PushedBody.read(
                            connector, keyring.open(push.content(), place(push.receipt())), body, clock)
                    .drift();
            if (records > 0 && records + body.size() > RECORDS_A_PULL
                    || !batch.add(push.seq(), push.receipt(), body, notes)) {
                break;
            }
            records += body.size();
        }
        if (records > 0) {
            store.landed(batch.pushes(), lander.land(connector, batch), now());
        }
        return records;
    }

    /** Says that every stage has worked on what is landed, and deletes receipts that are too old. In its caller's transaction. */
    public int done() {
        store.forget(now().minus(limits.receipts()));
        return store.done(now());
    }
}
