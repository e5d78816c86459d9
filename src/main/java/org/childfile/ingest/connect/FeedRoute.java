package org.childfile.ingest.connect;

import java.time.Clock;
import java.util.Map;
import org.childfile.ingest.connector.Connector;

/**
 * The Camel routes of one feed. {@code fetch-FEED} is one request with its rate limit and its repetitions;
 * {@code ask-FEED} is one attempt, which goes out by the transport that the URL's scheme names; {@code token-FEED} asks
 * for an OAuth2 token.
 *
 * <p>Two routes, because Camel repeats the node that failed: a body that was cut short must be asked for again, not only
 * read again.
 */
final class FeedRoute extends EndpointRoute {

    private final Connector connector;
    private final Attempt attempt;

    FeedRoute(Connector connector, Map<String, String> environment, Clock clock, ReachableHosts.Lookup lookup) {
        super(connector.endpoint());
        this.connector = connector;
        this.attempt = new Attempt(connector, environment, clock, lookup);
    }

    static String fetch(String feed) {
        return "direct:fetch-" + feed;
    }

    private static String ask(String feed) {
        return "direct:ask-" + feed;
    }

    @Override
    public void configure() {
        connect(attempt.hosts());
        from(fetch(connector.feed()))
                .routeId("fetch-" + connector.feed())
                .errorHandler(repetitions())
                .throttle(connector.limits().requestsPerSecond())
                .timePeriodMillis(1000)
                .to(ask(connector.feed()));
        from(ask(connector.feed()))
                .routeId("ask-" + connector.feed())
                .errorHandler(noErrorHandler())
                .process(attempt::prepare)
                .choice()
                .when(header(Attempt.TRANSPORT).isEqualTo("file"))
                .process(attempt::readFile)
                .when(header(Attempt.TRANSPORT).isEqualTo("sftp"))
                .process(attempt::readSftp)
                .otherwise()
                .to(http())
                .end()
                .process(attempt::receive);
    }
}
