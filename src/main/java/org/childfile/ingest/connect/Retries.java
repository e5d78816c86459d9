package org.childfile.ingest.connect;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.childfile.ingest.connector.Connector.Limits;
import org.childfile.ingest.connector.PullFailed;

/** Whether an attempt that failed is worth another one, and after how long. */
final class Retries {

    private final Limits limits;

    Retries(Limits limits) {
        this.limits = limits;
    }

    /** Camel asks this after a failed attempt. */
    public boolean worthRetrying(Exchange exchange) {
        if (exchange.getProperty(Attempt.GIVEN_UP) instanceof AtomicBoolean givenUp && givenUp.get()) {
            return false;
        }
        int attempts = Attempt.number(exchange.getIn(), Exchange.REDELIVERY_COUNTER, 0) + 1;
        Throwable failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
        PullFailed failed = Attempt.failure(failure);
        if (failed.retryAfterMillis() >= 0) {
            long wait = Math.min(failed.retryAfterMillis(), limits.maxBackOff().toMillis());
            // Camel reads a delay of 0 as "none set".
            exchange.getIn().setHeader(Exchange.REDELIVERY_DELAY, Math.max(1, wait));
        }
        return failed.reason().worthRetrying() && attempts <= limits.attempts();
    }
}
