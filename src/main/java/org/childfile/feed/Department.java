package org.childfile.feed;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/** Sends one feed's requests through its Camel routes. */
final class Department {

    private final String feed;
    private final ProducerTemplate camel;

    Department(String feed, ProducerTemplate camel) {
        this.feed = feed;
        this.camel = camel;
    }

    /** Asks for a path until the reader can make something of the answer, or the attempts are used up. */
    <T> T ask(String path, AnswerReader<T> reader) {
        return send(path, null, reader);
    }

    /** Asks for the last file by name that matches; for feeds that lie in a directory. */
    <T> T newest(String pattern, AnswerReader<T> reader) {
        return send("", pattern, reader);
    }

    @SuppressWarnings("unchecked")
    private <T> T send(String path, @Nullable String pattern, AnswerReader<T> reader) {
        Exchange exchange = camel.request(FeedRoute.fetch(feed), request -> {
            request.setProperty(Attempt.PATH, path);
            request.setProperty(Attempt.PATTERN, pattern);
            request.setProperty(Attempt.READER, reader);
        });
        if (exchange.getException() != null) {
            throw Attempt.failure(exchange.getException()).afterAllAttempts();
        }
        return (T) Objects.requireNonNull(exchange.getMessage().getBody());
    }
}
