package org.childfile.feed;

import java.time.Clock;
import java.util.Map;

/** The Camel routes to one peer: {@code send-NAME} with its rate limit and repetitions, {@code deliver-NAME} is one attempt. */
final class OutletRoute extends PeerRoute {

    private final Peer peer;
    private final Delivery delivery;

    OutletRoute(Peer peer, Map<String, String> environment, Clock clock, ReachableHosts.Lookup lookup) {
        super(peer);
        this.peer = peer;
        this.delivery = new Delivery(peer, environment, clock, lookup);
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
        from(send(peer.name()))
                .routeId("send-" + peer.name())
                .errorHandler(repetitions())
                .throttle(peer.limits().requestsPerSecond())
                .timePeriodMillis(1000)
                .to(deliver(peer.name()));
        from(deliver(peer.name()))
                .routeId("deliver-" + peer.name())
                .errorHandler(noErrorHandler())
                .process(delivery::prepare)
                .to(http())
                .process(delivery::receive);
    }
}
