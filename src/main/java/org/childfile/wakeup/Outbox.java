package org.childfile.wakeup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.childfile.feed.Outlets;
import org.childfile.feed.Outlets.Reply;
import org.childfile.feed.PullFailed;
import org.childfile.privacy.Keyring;
import org.childfile.wakeup.OutboxStore.Step;
import org.childfile.wakeup.Standing.Happening;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends applications and follows them. However often a process is killed, the department counts an application once:
 *
 * <ol>
 *   <li>An application is on disk, confirmed and not sent, before anybody tries to send it.
 *   <li>Who sends it holds its row's lock until the answer is on disk. Another process passes it over; when the first one is
 *       killed, PostgreSQL undoes what it did, which leaves the application as it was: to be sent.
 *   <li>It is sent again then, with the same idempotency key, its id. A department that had it answers with the receipt
 *       that it gave the first time.
 * </ol>
 *
 * <p>A department that cannot be reached, or answers nonsense, is left alone for the rest of a pass; the others go on.
 */
final class Outbox {

    /** Each holds a connection to the warehouse while its department answers. */
    private static final int AT_ONCE = 4;

    private static final int ATTEMPTS_BEFORE_ATTENTION = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final Duration LONGEST_URGENT_PAUSE = Duration.ofMinutes(2);

    private final Templates templates;
    private final Outlets outlets;
    private final OutboxStore store;
    private final WakeupStore wakeups;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Outbox(
            Templates templates,
            Outlets outlets,
            DataSource dataSource,
            Keyring keys,
            TransactionTemplate transaction,
            Clock clock) {
        this.templates = templates;
        this.outlets = outlets;
        this.store = new OutboxStore(dataSource, keys);
        this.wakeups = new WakeupStore(dataSource, keys);
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many went well in a pass, but reports, which are nobody's business; and how many did not. */
    record Pass(int well, int failed) {}

    /** Sends all that is due. */
    Pass send() {
        List<String> templates = inTransaction(() -> store.templatesToSend(clock.instant()));
        return pass(templates, template -> store.toSend(clock.instant(), template), this::send);
    }

    /** Asks about all that is due. */
    Pass follow() {
        List<String> templates = inTransaction(() -> store.templatesToFollow(clock.instant()));
        return pass(templates, template -> store.toFollow(clock.instant(), template), this::follow);
    }

    /** Sends one application now, unless another process is at it; whether the department has it. */
    boolean send(String id) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> store.toSend(id).map(this::send).orElse(false)));
    }

    private interface Claim {
        Optional<Application> next(String template);
    }

    private interface Work {
        boolean done(Application application);
    }

    /** Each department at the pace that it allows, beside the others. */
    private Pass pass(List<String> templates, Claim claim, Work work) {
        List<Callable<Pass>> departments = templates.stream()
                .<Callable<Pass>>map(template -> () -> pass(template, claim, work))
                .toList();
        int well = 0;
        int failed = 0;
        try (ExecutorService workers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (Future<Pass> each : workers.invokeAll(departments)) {
                well += each.get().well();
                failed += each.get().failed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("applications could not be worked on", e.getCause());
        }
        return new Pass(well, failed);
    }

    private Pass pass(String template, Claim claim, Work work) {
        for (int well = 0; ; well++) {
            Optional<Boolean> went = inTransaction(() -> claim.next(template).map(work::done));
            if (went.isEmpty() || !went.get()) {
                boolean report = templates
                        .find(template)
                        .map(ApplicationTemplate::urgent)
                        .orElse(true);
                return new Pass(report ? 0 : well, went.isEmpty() ? 0 : 1);
            }
        }
    }

    private boolean send(Application application) {
        return answered(
                application,
                template -> {
                    byte[] body = application
                            .body()
                            .orElseThrow(() -> new PullFailed(PullFailed.Reason.UNEXPECTED, "erased"));
                    ApplicationTemplate.Send send = template.send();
                    return outlets.send(
                            template.peer(), "POST", send.path(), Map.of(send.keyHeader(), application.id()), body);
                },
                true);
    }

    private boolean follow(Application application) {
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
                    return outlets.send(template.peer(), "GET", path, Map.of(), new byte[0]);
                },
                false);
    }

    private interface Asking {
        Reply reply(ApplicationTemplate template);
    }

    private boolean answered(Application application, Asking asking, boolean sending) {
        Optional<ApplicationTemplate> template = templates.find(application.template());
        if (template.isEmpty()) {
            return failed(application, "NO_TEMPLATE", "there is no template " + application.template(), true);
        }
        try {
            Reply reply = reply(asking, template.get());
            String file = template.get().peer().file();
            return switch (Answered.read(template.get().answer(), reply, file, sending)) {
                case Answered.Refused(String code, String message) ->
                    failed(application, code, message, code.equals("REJECTED"));
                case Answered.Understood understood -> understood(application, template.get(), understood, sending);
            };
        } catch (PullFailed e) {
            return failed(
                    application,
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
        Happening happening = sending ? new Happening.Taken(answer.state()) : new Happening.Followed(answer.state());
        @Nullable String text = answer.text().orElse(null);
        store.take(application, new Step(happening, template.department(), null, text), now);
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
                    new Step(new Happening.Followed(application.standing().beneath()), "childfile", code, null),
                    now);
        }
        store.failed(
                application.id(), message, attention ? code : null, now.plus(pause(application.urgent(), attempts)));
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
}
