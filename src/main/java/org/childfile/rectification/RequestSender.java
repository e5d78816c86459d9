package org.childfile.rectification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.childfile.feed.Outlets;
import org.childfile.feed.Outlets.Reply;
import org.childfile.feed.PullFailed;
import org.childfile.rectification.RequestStore.Event;
import org.childfile.wakeup.Answered;
import org.childfile.wakeup.Standing;
import org.childfile.wakeup.Standing.Happening;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends requests and asks departments how they stand, each in a transaction that holds the request's row. */
final class RequestSender {

    private static final int ATTEMPTS_BEFORE_ATTENTION = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final RequestTemplates templates;
    private final Outlets outlets;
    private final RequestStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RequestSender(
            RequestTemplates templates,
            Outlets outlets,
            RequestStore store,
            TransactionTemplate transaction,
            Clock clock) {
        this.templates = templates;
        this.outlets = outlets;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many went well, and how many did not. */
    record Pass(int well, int failed) {}

    /** Sends all that is due. */
    Pass send() {
        return pass(() -> store.toSend(clock.instant()), this::send);
    }

    /** Asks about all that is due. */
    Pass follow() {
        return pass(() -> store.toFollow(clock.instant()), this::follow);
    }

    /** Sends one request now. */
    void send(String id) {
        transaction.executeWithoutResult(status -> store.locked(id).ifPresent(this::send));
    }

    /** Works off what is due, each in a transaction of its own; what failed is due later. */
    private Pass pass(Supplier<Optional<Request>> next, Predicate<Request> work) {
        int well = 0;
        int failed = 0;
        while (true) {
            Optional<Boolean> went = Objects.requireNonNull(
                    transaction.execute(status -> next.get().map(work::test)));
            if (went.isEmpty()) {
                return new Pass(well, failed);
            }
            well += went.get() ? 1 : 0;
            failed += went.get() ? 0 : 1;
        }
    }

    private boolean send(Request request) {
        return answered(
                request,
                template -> outlets.send(
                        template.peer(),
                        "POST",
                        template.path(),
                        Map.of(template.keyHeader(), request.id()),
                        request.body().orElseThrow(() -> new PullFailed(PullFailed.Reason.UNEXPECTED, "erased"))),
                true);
    }

    private boolean follow(Request request) {
        return answered(
                request,
                template -> outlets.send(
                        template.peer(),
                        "GET",
                        template.answer()
                                .follow()
                                .orElseThrow(() -> new PullFailed(
                                        PullFailed.Reason.NOT_CONFIGURED, "the template follows no longer"))
                                .path()
                                .replace("{receipt}", request.receipt().orElse("")),
                        Map.of(),
                        new byte[0]),
                false);
    }

    private interface Asking {
        Reply reply(RequestTemplate template);
    }

    private boolean answered(Request request, Asking asking, boolean sending) {
        RequestTemplate template = templates.of(request.feed()).orElse(null);
        if (template == null) {
            return failed(request, "NO_TEMPLATE", "there is no template for the feed " + request.feed(), true);
        }
        try {
            String file = template.peer().file();
            return switch (Answered.read(template.answer(), reply(asking, template), file, sending)) {
                case Answered.Refused(String code, String message) ->
                    failed(request, code, message, code.equals("REJECTED"));
                case Answered.Understood understood -> understood(request, template, understood, sending);
            };
        } catch (PullFailed e) {
            return failed(
                    request,
                    e.reason().name(),
                    String.valueOf(e.getMessage()),
                    !e.reason().worthRetrying());
        }
    }

    /** A mistake of our own in one request must not stop the others. */
    private static Reply reply(Asking asking, RequestTemplate template) {
        try {
            return asking.reply(template);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw PullFailed.unexpected(e);
        }
    }

    private boolean understood(Request request, RequestTemplate template, Answered.Understood answer, boolean sending) {
        Instant now = clock.instant();
        Happening happening = sending ? new Happening.Taken(answer.state()) : new Happening.Followed(answer.state());
        Standing after = request.standing().after(happening);
        @Nullable String outcome = after.state().ended() ? "department" : null;
        store.take(
                request,
                after,
                new Event(template.department(), null, answer.text().orElse(null)),
                outcome,
                now);
        Instant next = template.answer()
                .follow()
                .map(follow -> now.plus(follow.every()))
                .orElse(now);
        store.well(request.id(), answer.receipt(), next);
        return true;
    }

    private boolean failed(Request request, String code, String message, boolean atOnce) {
        int attempts = request.attempts() + 1;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 16));
        boolean attention = atOnce || attempts >= ATTEMPTS_BEFORE_ATTENTION;
        store.failed(
                request.id(),
                message,
                attention ? code : null,
                clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
        return false;
    }
}
