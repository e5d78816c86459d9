package org.childfile.feed;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;

/** Sends to departments through Camel. Safe for many threads. */
public final class Outlets {

    private final CamelContext camel;

    /** Adds the routes to every peer to the Camel context. */
    public Outlets(CamelContext camel, List<Peer> peers, Map<String, String> environment, Clock clock)
            throws Exception {
        this.camel = camel;
        for (String scheme : List.of("http", "https")) {
            // Else the HTTP client asks once more by itself after 429 and 503, and waits as long as the answer says.
            camel.getComponent(scheme, HttpComponent.class).setAutomaticRetriesDisabled(true);
        }
        for (Peer peer : peers) {
            camel.addRoutes(new OutletRoute(peer, Map.copyOf(environment), clock, InetAddress::getAllByName));
        }
    }

    /** What a department answered: a status that is neither a redirect nor one of a server in need, and the body. */
    public record Reply(int status, byte[] body) {}

    /**
     * Sends a request, again where it may help, as often as the peer's limits allow.
     *
     * @param method {@code GET}, {@code POST} or {@code PUT}
     * @param path below the peer's base URL
     * @param headers what is sent beside the credentials
     * @param body JSON; empty for none
     * @throws PullFailed if there was no answer to it
     */
    public Reply send(Peer peer, String method, String path, Map<String, String> headers, byte[] body) {
        try (var template = camel.createProducerTemplate()) {
            Delivery.Request sent = new Delivery.Request(method, path, Map.copyOf(headers), body);
            Exchange exchange = template.request(
                    OutletRoute.send(peer.name()), request -> request.setProperty(Delivery.REQUEST, sent));
            if (exchange.getException() != null) {
                throw Attempt.failure(exchange.getException()).afterAllAttempts();
            }
            return Objects.requireNonNull(exchange.getMessage().getBody(Reply.class));
        } catch (IOException e) {
            throw new IllegalStateException("Camel could not be closed", e);
        }
    }
}
