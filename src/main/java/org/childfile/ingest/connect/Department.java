package org.childfile.ingest.connect;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.childfile.ingest.connector.PullFailed;
import org.jspecify.annotations.Nullable;

/**
 * Sends one feed's requests through its Camel routes. Each request runs in a thread of its own, which is interrupted when the
 * pull's deadline passes: no time-out of a connection ends an answer of which a byte comes every second.
 */
final class Department {

    private final String feed;
    private final ProducerTemplate camel;
    private final Deadline deadline;

    Department(String feed, ProducerTemplate camel, Deadline deadline) {
        this.feed = feed;
        this.camel = camel;
        this.deadline = deadline;
    }

    /** Asks for a path until the reader can make something of the answer, or the attempts are used up. */
    <T> T ask(String path, AnswerReader<T> reader) {
        return send(path, null, reader);
    }

    /** Asks for the last file by name that matches and is whole; for feeds that lie in a directory. */
    <T> T newest(String pattern, AnswerReader<T> reader) {
        return send("", pattern, reader);
    }

    @SuppressWarnings("unchecked")
    private <T> T send(String path, @Nullable String pattern, AnswerReader<T> reader) {
        AtomicBoolean givenUp = new AtomicBoolean();
        FutureTask<Exchange> request = new FutureTask<>(() -> {
            Exchange exchange = camel.request(FeedRoute.fetch(feed), asked -> {
                asked.setProperty(Attempt.PATH, path);
                asked.setProperty(Attempt.PATTERN, pattern);
                asked.setProperty(Attempt.READER, reader);
                asked.setProperty(Attempt.GIVEN_UP, givenUp);
            });
            if (givenUp.get()) {
                release(exchange);
            }
            return exchange;
        });
        Thread.ofVirtual().name("ask-" + feed).start(request);
        Exchange exchange = await(request, givenUp);
        if (exchange.getException() != null) {
            throw Attempt.failure(exchange.getException()).afterAllAttempts();
        }
        return (T) Objects.requireNonNull(exchange.getMessage().getBody());
    }

    private Exchange await(FutureTask<Exchange> request, AtomicBoolean givenUp) {
        try {
            return request.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            giveUp(request, givenUp);
            throw deadline.passed();
        } catch (InterruptedException e) {
            giveUp(request, givenUp);
            Thread.currentThread().interrupt();
            throw new PullFailed(PullFailed.Reason.UNREACHABLE, "the pull was interrupted", -1, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the request failed for a reason of our own", e.getCause());
        }
    }

    private static void giveUp(FutureTask<Exchange> request, AtomicBoolean givenUp) {
        givenUp.set(true);
        if (!request.cancel(true)) {
            release(request.resultNow());
        }
    }

    /** An answer that nobody waits for any more gives its spooled body back. */
    private static void release(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof Answer answer) {
            answer.close();
        }
    }
}
