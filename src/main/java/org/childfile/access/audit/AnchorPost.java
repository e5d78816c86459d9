package org.childfile.access.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.childfile.access.audit.AnchorConnector.Way;
import org.childfile.access.audit.AnchorStore.Pending;
import org.childfile.access.privacy.AuditKeys;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.outbound.OutboundClient;
import org.childfile.storage.PrivateFiles;

/**
 * Sends the anchor of each run to everybody whom the connectors name. What could not be sent stays, and goes first with the
 * next run; to one receiver anchors go in their order.
 */
public final class AnchorPost {

    private final AnchorConnectors connectors;
    private final OutboundClient outbound;
    private final AnchorStore store;
    private final AuditKeys keys;
    private final Path home;
    private final Map<String, String> environment;
    private final Clock clock;

    /**
     * @param home where a file lies whose path is not absolute
     * @param environment what connectors name
     */
    public AnchorPost(
            AnchorConnectors connectors,
            OutboundClient outbound,
            DataSource dataSource,
            AuditKeys keys,
            Path home,
            Map<String, String> environment,
            Clock clock) {
        this.connectors = connectors;
        this.outbound = outbound;
        this.store = new AnchorStore(dataSource);
        this.keys = keys;
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    /** Takes the anchor of a run's end and sends it, with those that wait; the names of the connectors that do not have all. */
    public List<String> push(String run) {
        store.keep(
                SealedAnchor.of(keys, run, clock.instant().truncatedTo(ChronoUnit.MICROS), store.head()),
                connectors.all().stream().map(AnchorConnector::name).toList());
        List<String> unsent = new ArrayList<>();
        for (AnchorConnector connector : connectors.all()) {
            if (!sent(connector)) {
                unsent.add(connector.name());
            }
        }
        return unsent;
    }

    private boolean sent(AnchorConnector connector) {
        for (Pending pending : store.pending(connector.name())) {
            try {
                send(connector, pending.anchor());
                store.sent(pending.number(), connector.name());
            } catch (IOException | PullFailed | IllegalStateException | IllegalArgumentException e) {
                store.failed(pending.number(), connector.name(), e.getClass().getSimpleName());
                return false;
            }
        }
        return true;
    }

    private void send(AnchorConnector connector, SealedAnchor anchor) throws IOException {
        switch (connector.way()) {
            case Way.File file -> {
                PrivateFiles.folder(home);
                PrivateFiles.append(home.resolve(file.path().resolve(environment)), anchor.line());
            }
            case Way.Syslog syslog ->
                SyslogSender.send(syslog.server().resolve(environment), syslog.tcp(), syslog.facility(), anchor);
            case Way.Http http -> {
                OutboundClient.Reply reply = outbound.send(
                        http.endpoint(),
                        "POST",
                        http.path(),
                        Map.of(http.keyHeader(), "anchor-" + anchor.run() + "-" + anchor.count()),
                        anchor.line().getBytes(StandardCharsets.UTF_8));
                if (reply.status() >= 300) {
                    throw new IOException("HTTP " + reply.status());
                }
            }
        }
    }
}
