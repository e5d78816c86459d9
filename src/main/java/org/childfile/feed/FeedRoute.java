package org.childfile.feed;

import java.time.Clock;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.childfile.feed.Connector.Limits;

/**
 * The Camel routes of one feed. {@code fetch-FEED} is one request with its rate limit and its repetitions;
 * {@code ask-FEED} is one attempt, which goes out by the transport that the URL's scheme names; {@code token-FEED} asks
 * for an OAuth2 token.
 *
 * <p>Two routes, because Camel repeats the node that failed: a body that was cut short must be asked for again, not only
 * read again.
 */
final class FeedRoute extends RouteBuilder {

    private final Connector connector;
    private final Attempt attempt;

    FeedRoute(Connector connector, Map<String, String> environment, Clock clock, ReachableHosts.Lookup lookup) {
        this.connector = connector;
        this.attempt = new Attempt(connector, environment, clock, lookup);
    }

    /** The name under which the routes find what makes their HTTP client. */
    static String client(String feed) {
        return "client-" + feed;
    }

    static String token(String feed) {
        return "direct:token-" + feed;
    }

    static String fetch(String feed) {
        return "direct:fetch-" + feed;
    }

    private static String ask(String feed) {
        return "direct:ask-" + feed;
    }

    @Override
    public void configure() {
        Limits limits = connector.limits();
        getContext().getRegistry().bind(client(connector.feed()), HttpClientConfigurer.class, guarded());
        from(fetch(connector.feed()))
                .routeId("fetch-" + connector.feed())
                .errorHandler(defaultErrorHandler()
                        .redeliveryDelay(limits.backOff().toMillis())
                        .useExponentialBackOff()
                        .backOffMultiplier(2)
                        .maximumRedeliveryDelay(limits.maxBackOff().toMillis())
                        .useCollisionAvoidance()
                        .collisionAvoidancePercent(limits.jitterPercent())
                        .retryWhile(method(attempt, "worthRetrying"))
                        .logRetryAttempted(false)
                        .logExhausted(false))
                .throttle(limits.requestsPerSecond())
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
                .to(http(connector))
                .end()
                .process(attempt::receive);
        from(token(connector.feed()))
                .routeId("token-" + connector.feed())
                .errorHandler(noErrorHandler())
                .to(http(connector))
                .process(TokenSource::takeIn);
    }

    /** A client that looks no other host up than the feed's. */
    private HttpClientConfigurer guarded() {
        Limits limits = connector.limits();
        return client -> client.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(attempt.hosts())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connectTimeout()))
                        .setSocketTimeout(Timeout.of(limits.answerTimeout()))
                        .build())
                .build());
    }

    /** The endpoint with the feed's time-outs; the request itself says the address. */
    static String http(Connector connector) {
        Limits limits = connector.limits();
        return "http://department-" + connector.feed()
                + "?throwExceptionOnFailure=false&disableStreamCache=true&bridgeEndpoint=false"
                + "&httpClientConfigurer=#" + client(connector.feed())
                + "&followRedirects=false&httpClient.contentCompressionEnabled=false"
                + "&connectTimeout=" + limits.connectTimeout().toMillis()
                + "&responseTimeout=" + limits.answerTimeout().toMillis()
                + "&soTimeout=" + limits.answerTimeout().toMillis();
    }
}
