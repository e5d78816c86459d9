package org.childfile.ingest.connect;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Connectors;
import org.childfile.ingest.format.Completion;
import org.childfile.ingest.format.RecordIntake;
import org.childfile.ingest.format.RecordSink;

/** Fetches feeds through Camel. */
public final class Acquisition {

    private final CamelContext camel;
    private final Map<String, String> environment;
    private final Clock clock;

    /** Adds the routes of every connector to the Camel context. */
    public Acquisition(CamelContext camel, Connectors connectors, Map<String, String> environment, Clock clock)
            throws Exception {
        this(camel, connectors, environment, clock, InetAddress::getAllByName);
    }

    /** The same with another way from a host's name to its addresses. */
    Acquisition(
            CamelContext camel,
            Connectors connectors,
            Map<String, String> environment,
            Clock clock,
            ReachableHosts.Lookup lookup)
            throws Exception {
        this.camel = camel;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        for (String scheme : List.of("http", "https")) {
            // Else the HTTP client asks once more by itself after 429 and 503, and waits as long as the answer says.
            camel.getComponent(scheme, HttpComponent.class).setAutomaticRetriesDisabled(true);
        }
        for (Connector connector : connectors.all()) {
            camel.addRoutes(new FeedRoute(connector, this.environment, clock, lookup));
        }
    }

    /**
     * Reads one pull to its end. Records reach the sink as they are read; the pull counts only if this returns.
     *
     * @param watermark where the last accepted pull ended; empty for all there is
     * @throws PullFailed if the pull is not complete
     */
    public Completion pull(Connector connector, Optional<String> watermark, RecordSink sink) {
        RecordIntake intake = new RecordIntake(connector, sink, clock);
        String url = connector.url().resolve(environment);
        boolean inDirectory = url.startsWith("file:") || url.startsWith("sftp:");
        try (var template = camel.createProducerTemplate()) {
            return new PullReader(
                            connector,
                            new Department(
                                    connector.feed(),
                                    template,
                                    Deadline.in(connector.limits().deadline())),
                            intake,
                            inDirectory)
                    .read(watermark);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("Camel could not be closed", e);
        }
    }
}
