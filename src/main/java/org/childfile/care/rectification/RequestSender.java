package org.childfile.care.rectification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.childfile.care.help.Answered;
import org.childfile.care.help.Lease;
import org.childfile.care.help.Standing;
import org.childfile.care.help.Standing.Transition;
import org.childfile.care.rectification.RequestStore.Due;
import org.childfile.care.rectification.RequestStore.Event;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.outbound.OutboundClient;
import org.childfile.outbound.OutboundClient.Reply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends requests and asks departments how they stand, department beside department: one that hangs delays no other. */
final class RequestSender {

    private static final Logger LOG = LoggerFactory.getLogger(RequestSender.class);
    private static final int ATTEMPTS_BEFORE_ATTENTION = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final RequestTemplates templates;
    private final OutboundClient outbound;
    private final RequestStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RequestSender(
            RequestTemplates templates,
            OutboundClient outbound,
            RequestStore store,
            TransactionTemplate transaction,
            Clock clock) {
        this.templates = templates;
        this.outbound = outbound;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many went well, and how many did not. */
    record Pass(int well, int failed) {
        private Pass and(Pass other) {
            return new Pass(well + other.well, failed + other.failed);
        }
    }

    /** Sends all that is due. */
    Pass send() {
        return pass(Due.SENDING, this::send);
    }

    /** Asks about all that is due. */
    Pass follow() {
        return pass(Due.FOLLOWING, this::follow);
    }

    /** Sends one request now, unless somebody is at it. */
    void send(String id) {
        work((now, lease) -> store.toSendOne(now, id, lease), this::send);
    }

    @FunctionalInterface
    private interface Claim {
        Optional<Request> next(Instant now, Lease lease);
    }

    /** Asks a department, while no connection is held; what came of it is written in a transaction of its own. */
    @FunctionalInterface
    private interface Work {
        Predicate<Request> done(Request request);
    }

    /** Works off what is due; what failed is due later. */
    private Pass pass(Due due, Work work) {
        List<String> feeds = Objects.requireNonNull(transaction.execute(status -> store.feeds(due, clock.instant())));
        List<Future<Pass>> passes;
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            passes = feeds.stream()
                    .map(feed -> workers.submit(() -> pass(due, feed, work)))
                    .toList();
        }
        return passes.stream().map(RequestSender::ended).reduce(new Pass(0, 0), Pass::and);
    }

    /** What stops one department's requests stops no others. */
    private static Pass ended(Future<Pass> pass) {
        if (pass.state() == Future.State.SUCCESS) {
            return pass.resultNow();
        }
        LOG.error("correction requests to a department could not be worked on", pass.exceptionNow());
        return new Pass(0, 1);
    }

    private Pass pass(Due due, String feed, Work work) {
        Pass sum = new Pass(0, 0);
        while (true) {
            Optional<Boolean> went = work((now, lease) -> store.next(due, feed, now, lease), work);
            if (went.isEmpty()) {
                return sum;
            }
            sum = sum.and(went.get() ? new Pass(1, 0) : new Pass(0, 1));
        }
    }

    private Optional<Boolean> work(Claim claim, Work work) {
        Lease lease = Lease.of(clock);
        Optional<Request> claimed =
                Objects.requireNonNull(transaction.execute(status -> claim.next(clock.instant(), lease)));
        return claimed.map(request -> {
            Predicate<Request> written = work.done(request);
            return Objects.requireNonNull(transaction.execute(
                    status -> store.held(request.id(), lease).map(written::test).orElse(false)));
        });
    }

    private Predicate<Request> send(Request request) {
        return answered(
                request,
                template -> outbound.send(
                        template.endpoint(),
                        "POST",
                        template.path(),
                        Map.of(template.keyHeader(), request.id()),
                        request.body().orElseThrow(() -> new PullFailed(PullFailed.Reason.UNEXPECTED, "erased"))),
                true);
    }

    private Predicate<Request> follow(Request request) {
        return answered(
                request,
                template -> outbound.send(
                        template.endpoint(),
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

    private Predicate<Request> answered(Request asked, Asking asking, boolean sending) {
        RequestTemplate template = templates.of(asked.feed()).orElse(null);
        if (template == null) {
            return held -> failed(held, "NO_TEMPLATE", "there is no template for the feed " + asked.feed(), true);
        }
        try {
            String file = template.endpoint().file();
            return switch (Answered.read(template.answer(), reply(asking, template), file, sending)) {
                case Answered.Refused(String code, String message) ->
                    held -> failed(held, code, message, code.equals("REJECTED"));
                case Answered.Understood understood -> held -> understood(held, template, understood, sending);
            };
        } catch (PullFailed e) {
            return held -> failed(
                    held,
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
        Transition happening = sending ? new Transition.Taken(answer.state()) : new Transition.Followed(answer.state());
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
