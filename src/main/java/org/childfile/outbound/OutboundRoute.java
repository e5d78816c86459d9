package org.childfile.outbound;

import java.time.Clock;
import java.util.Map;
import org.childfile.ingest.connect.EndpointRoute;
import org.childfile.ingest.connect.ReachableHosts;
import org.childfile.ingest.connector.Endpoint;

/** The Camel routes to one peer: {@code send-NAME} with its rate limit and repetitions, {@code deliver-NAME} is one attempt. */
final class OutboundRoute extends EndpointRoute {

    private final Endpoint endpoint;
    private final OutboundRequest delivery;

    OutboundRoute(Endpoint endpoint, Map<String, String> environment, Clock clock, ReachableHosts.Lookup lookup) {
        super(endpoint);
        this.endpoint = endpoint;
        this.delivery = new OutboundRequest(endpoint, environment, clock, lookup);
    }

    static String send(String name) {
        return "direct:send-" + name;
    }

    private static String deliver(String name) {
        return "direct:deliver-" + name;
    }

    @Override
    public void configure() {
        connect(delivery.hosts());
        from(send(endpoint.name()))
                .routeId("send-" + endpoint.name())
                .errorHandler(repetitions())
                .throttle(endpoint.limits().requestsPerSecond())
                .timePeriodMillis(1000)
                .to(deliver(endpoint.name()));
        from(deliver(endpoint.name()))
                .routeId("deliver-" + endpoint.name())
                .errorHandler(noErrorHandler())
                .process(delivery::prepare)
                .to(http())
                .process(delivery::receive);
    }
}
