package org.childfile.care.help;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.care.help.OutboxStore.Step;
import org.childfile.care.help.Standing.Transition;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.outbound.OutboundClient;
import org.childfile.outbound.OutboundClient.Reply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends applications and follows them. However often a process is killed, the department counts an application once:
 *
 * <ol>
 *   <li>An application is on disk, confirmed and not sent, before anybody tries to send it.
 *   <li>Who sends it takes it by a {@link Lease}, sends it while it holds no connection to the warehouse, and writes what came
 *       of it if the lease is still its own. A killed process gives it back when the lease ends: it is still to be sent.
 *   <li>It is sent again then, with the same idempotency key, its id. A department that had it answers with the receipt
 *       that it gave the first time.
 * </ol>
 *
 * <p>Over 250 lines: taking, asking and writing what came of it are one thought, and each is short.
 *
 * <p>A department that cannot be reached, or answers nonsense, is left alone for the rest of a pass. One that hangs keeps its own
 * pass waiting, and nobody else's: the next pass leaves it out.
 */
final class Outbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private static final int ATTEMPTS_BEFORE_ATTENTION = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final Duration LONGEST_URGENT_PAUSE = Duration.ofMinutes(2);

    private final Templates templates;
    private final OutboundClient outbound;
    private final OutboxStore store;
    private final WakeupStore wakeups;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int atOnce;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    /** What is being worked on by a pass: a template, to be sent or to be followed. */
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    private final Map<String, Semaphore> lanes = new ConcurrentHashMap<>();

    /**
     * What sends by these templates.
     *
     * @param atOnce as many are sent to one department at a time beside the passes
     */
    Outbox(
            Templates templates,
            OutboundClient outbound,
            DataSource dataSource,
            Keyring keys,
            TransactionTemplate transaction,
            Clock clock,
            int atOnce) {
        this.atOnce = atOnce;
        this.templates = templates;
        this.outbound = outbound;
        this.store = new OutboxStore(dataSource, keys);
        this.wakeups = new WakeupStore(dataSource, keys);
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many went well in a pass, but reports, which are nobody's business; and how many did not. */
    record Pass(int well, int failed) {}

    /** Sends all that is due, and waits so long for it: what takes longer goes on by itself. */
    Pass send(Duration patience) {
        abandonClosed();
        List<String> templates = inTransaction(() -> store.templatesToSend(clock.instant()));
        return pass("send ", templates, store::toSend, this::send, patience);
    }

    /** Asks about all that is due, and waits so long for it. */
    Pass follow(Duration patience) {
        List<String> templates = inTransaction(() -> store.templatesToFollow(clock.instant()));
        return pass("follow ", templates, store::toFollow, this::follow, patience);
    }

    /**
     * Sends one application now, unless somebody is at it, or as many as may be are on their way to its department, which is to be
     * hanging then; whether the department has it.
     */
    boolean send(String id) {
        Optional<String> template = inTransaction(() -> store.template(id));
        if (template.isEmpty()) {
            return false;
        }
        Semaphore lane = lanes.computeIfAbsent(template.get(), each -> new Semaphore(atOnce));
        if (!lane.tryAcquire()) {
            return false;
        }
        try {
            return work((now, which, lease) -> store.toSendOne(now, id, lease), id, this::send)
                    .orElse(false);
        } finally {
            lane.release();
        }
    }

    /** How many applications wait to be sent. */
    int waiting() {
        return inTransaction(store::waiting);
    }

    /** What was being sent by somebody who was killed when its call was closed. */
    private void abandonClosed() {
        Instant now = clock.instant();
        for (String wakeup : inTransaction(() -> store.abandoned(now))) {
            try {
                transaction.executeWithoutResult(
                        status -> store.unsent(wakeup, now).forEach(each -> cancel(each, "childfile")));
            } catch (RuntimeException e) {
                LOG.error("applications of a closed call could not be cancelled", e);
            }
        }
    }

    /** Ends an application of a closed call that was not sent. */
    void cancel(Application application, String actor) {
        store.take(application, new Step(new Transition.CallClosed(), actor, "CALL_CLOSED", null), clock.instant());
    }

    @FunctionalInterface
    private interface Claim {
        Optional<Application> next(Instant now, String template, Lease lease);
    }

    /** Asks a department, while no connection is held; what came of it is written in a transaction of its own. */
    @FunctionalInterface
    private interface Work {
        Predicate<Application> done(Application application);
    }

    /** Each department at the pace that it allows, beside the others. */
    private Pass pass(String doing, List<String> templates, Claim claim, Work work, Duration patience) {
        List<Future<Pass>> departments = new ArrayList<>();
        for (String template : templates) {
            if (busy.add(doing + template)) {
                departments.add(workers.submit(() -> {
                    try {
                        return pass(template, claim, work);
                    } finally {
                        busy.remove(doing + template);
                    }
                }));
            }
        }
        int well = 0;
        int failed = 0;
        long until = System.nanoTime() + patience.toNanos();
        for (Future<Pass> each : departments) {
            try {
                Pass pass = each.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                well += pass.well();
                failed += pass.failed();
            } catch (TimeoutException e) {
                // Counted nowhere; the next pass leaves out who hangs.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (ExecutionException e) {
                LOG.error("applications to a department could not be worked on", e.getCause());
                failed++;
            }
        }
        return new Pass(well, failed);
    }

    private Pass pass(String template, Claim claim, Work work) {
        for (int well = 0; ; well++) {
            Optional<Boolean> went = work(claim, template, work);
            if (went.isEmpty() || !went.get()) {
                boolean report = templates
                        .find(template)
                        .map(ApplicationTemplate::urgent)
                        .orElse(true);
                return new Pass(report ? 0 : well, went.isEmpty() ? 0 : 1);
            }
        }
    }

    /** Takes one, works on it and writes what came of it; whether that was good, empty where there was none to take. */
    private Optional<Boolean> work(Claim claim, String which, Work work) {
        Lease lease = Lease.of(clock);
        Optional<Application> claimed = inTransaction(() -> claim.next(clock.instant(), which, lease));
        return claimed.map(application -> {
            Predicate<Application> written = work.done(application);
            return inTransaction(() -> store.held(application.id(), lease)
                    .map(written::test)
                    .orElseGet(() -> store.locked(application.id())
                            .map(other -> other.standing().departmentState().sent())
                            .orElse(false)));
        });
    }

    private Predicate<Application> send(Application application) {
        return answered(
                application,
                template -> {
                    byte[] body = application
                            .body()
                            .orElseThrow(() -> new PullFailed(PullFailed.Reason.UNEXPECTED, "erased"));
                    ApplicationTemplate.Send send = template.send();
                    return outbound.send(
                            template.endpoint(), "POST", send.path(), Map.of(send.keyHeader(), application.id()), body);
                },
                true);
    }

    private Predicate<Application> follow(Application application) {
        return answered(
                application,
                template -> {
                    String path = template.answer()
                            .follow()
                            .orElseThrow(() ->
                                    new PullFailed(PullFailed.Reason.NOT_CONFIGURED, "the template follows no longer"))
                            .path()
                            .replace("{application}", application.id())
                            .replace("{receipt}", application.receipt().orElse(""));
                    return outbound.send(template.endpoint(), "GET", path, Map.of(), new byte[0]);
                },
                false);
    }

    private interface Asking {
        Reply reply(ApplicationTemplate template);
    }

    private Predicate<Application> answered(Application asked, Asking asking, boolean sending) {
        Optional<ApplicationTemplate> template = templates.find(asked.template());
        if (template.isEmpty()) {
            return held -> failed(held, "NO_TEMPLATE", "there is no template " + asked.template(), true);
        }
        try {
            Reply reply = reply(asking, template.get());
            String file = template.get().endpoint().file();
            return switch (Answered.read(template.get().answer(), reply, file, sending)) {
                case Answered.Refused(String code, String message) ->
                    held -> failed(held, code, message, code.equals("REJECTED"));
                case Answered.Understood understood -> held -> understood(held, template.get(), understood, sending);
            };
        } catch (PullFailed e) {
            return held -> failed(
                    held,
                    e.reason().name(),
                    String.valueOf(e.getMessage()),
                    !e.reason().worthRetrying());
        }
    }

    /** A mistake of our own in one application must not stop the others. */
    private static Reply reply(Asking asking, ApplicationTemplate template) {
        try {
            return asking.reply(template);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw PullFailed.unexpected(e);
        }
    }

    private boolean understood(
            Application application, ApplicationTemplate template, Answered.Understood answer, boolean sending) {
        Instant now = clock.instant();
        Transition transition =
                sending ? new Transition.Taken(answer.state()) : new Transition.Followed(answer.state());
        @Nullable String text = answer.text().orElse(null);
        store.take(application, new Step(transition, template.department(), null, text), now);
        Instant next = template.answer()
                .follow()
                .map(follow -> now.plus(follow.every()))
                .orElse(now);
        store.well(application.id(), answer.receipt(), next);
        wakeups.settle(application.wakeup(), now);
        return true;
    }

    private boolean failed(Application application, String code, String message, boolean atOnce) {
        Instant now = clock.instant();
        int attempts = application.attempts() + 1;
        boolean attention = atOnce || application.urgent() || attempts >= ATTEMPTS_BEFORE_ATTENTION;
        if (attempts == 1 || attempts == ATTEMPTS_BEFORE_ATTENTION) {
            store.take(
                    application,
                    new Step(
                            new Transition.Followed(application.standing().departmentState()), "childfile", code, null),
                    now);
        }
        store.failed(
                application.id(), message, attention ? code : null, now.plus(pause(application.urgent(), attempts)));
        if (store.callClosed(application)
                && !application.standing().departmentState().sent()) {
            cancel(store.locked(application.id()).orElseThrow(), "childfile");
        }
        return false;
    }

    static Duration pause(boolean urgent, int attempts) {
        Duration longest = urgent ? LONGEST_URGENT_PAUSE : LONGEST_PAUSE;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    /** Runs something in a transaction of its own. */
    <T> T inTransaction(Supplier<T> work) {
        T done = transaction.execute(status -> work.get());
        if (done == null) {
            throw new IllegalStateException("a call ended without a result");
        }
        return done;
    }

    /** What is on its way may arrive. */
    @Override
    public void close() {
        workers.shutdown();
    }
}
