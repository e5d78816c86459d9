package org.childfile.ingest.connect;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.model.errorhandler.DefaultErrorHandlerDefinition;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.childfile.ingest.connector.Connector.Limits;
import org.childfile.ingest.connector.Endpoint;

/** What the routes to one peer have in common: its HTTP client, its repetitions, and the route to its OAuth2 token. */
public abstract class EndpointRoute extends RouteBuilder {

    private final Endpoint endpoint;

    public EndpointRoute(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    static String token(String name) {
        return "direct:token-" + name;
    }

    /** Binds a client that looks no other host up than the peer's, and adds the route to its token. */
    public void connect(ReachableHosts hosts) {
        getContext().getRegistry().bind(client(), HttpClientConfigurer.class, guarded(hosts));
        from(token(endpoint.name()))
                .routeId("token-" + endpoint.name())
                .errorHandler(noErrorHandler())
                .to(http())
                .process(TokenSource::takeIn);
    }

    public DefaultErrorHandlerDefinition repetitions() {
        Limits limits = endpoint.limits();
        return defaultErrorHandler()
                .redeliveryDelay(limits.backOff().toMillis())
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(limits.maxBackOff().toMillis())
                .useCollisionAvoidance()
                .collisionAvoidancePercent(limits.jitterPercent())
                .retryWhile(method(new Retries(limits), "worthRetrying"))
                .logRetryAttempted(false)
                .logExhausted(false);
    }

    /** The endpoint with the peer's time-outs; the request itself says the address. */
    public String http() {
        Limits limits = endpoint.limits();
        return "http://department-" + endpoint.name()
                + "?throwExceptionOnFailure=false&disableStreamCache=true&bridgeEndpoint=false"
                + "&httpClientConfigurer=#" + client()
                + "&followRedirects=false&httpClient.contentCompressionEnabled=false"
                + "&connectTimeout=" + limits.connectTimeout().toMillis()
                + "&responseTimeout=" + limits.answerTimeout().toMillis()
                + "&soTimeout=" + limits.answerTimeout().toMillis();
    }

    /** The name under which the routes find what makes their HTTP client. */
    private String client() {
        return "client-" + endpoint.name();
    }

    private HttpClientConfigurer guarded(ReachableHosts hosts) {
        Limits limits = endpoint.limits();
        return client -> client.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(hosts)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connectTimeout()))
                        .setSocketTimeout(Timeout.of(limits.answerTimeout()))
                        .build())
                .build());
    }
}
