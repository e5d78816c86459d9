package org.childfile.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.childfile.ingest.connect.Attempt;
import org.childfile.ingest.connector.Endpoint;

/** Sends to departments through Camel. Safe for many threads. */
public final class OutboundClient {

    private final CamelContext camel;

    /** Adds the routes to every peer to the Camel context. */
    public OutboundClient(CamelContext camel, List<Endpoint> endpoints, Map<String, String> environment, Clock clock)
            throws Exception {
        this.camel = camel;
        for (String scheme : List.of("http", "https")) {
            // Else the HTTP client asks once more by itself after 429 and 503, and waits as long as the answer says.
            camel.getComponent(scheme, HttpComponent.class).setAutomaticRetriesDisabled(true);
        }
        for (Endpoint endpoint : endpoints) {
            camel.addRoutes(new OutboundRoute(endpoint, Map.copyOf(environment), clock, InetAddress::getAllByName));
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
    public Reply send(Endpoint endpoint, String method, String path, Map<String, String> headers, byte[] body) {
        try (var template = camel.createProducerTemplate()) {
            OutboundRequest.Request sent = new OutboundRequest.Request(method, path, Map.copyOf(headers), body);
            Exchange exchange = template.request(
                    OutboundRoute.send(endpoint.name()), request -> request.setProperty(OutboundRequest.REQUEST, sent));
            if (exchange.getException() != null) {
                throw Attempt.failure(exchange.getException()).afterAllAttempts();
            }
            return Objects.requireNonNull(exchange.getMessage().getBody(Reply.class));
        } catch (IOException e) {
            throw new IllegalStateException("Camel could not be closed", e);
        }
    }
}
