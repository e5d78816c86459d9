package org.childfile.access.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.childfile.ingest.connector.Endpoint;
import org.childfile.settings.Problems;
import org.childfile.settings.YamlFiles;

/** Everybody to whom the log's anchors are sent: all files of {@code connectors/outbound/audit-anchor/}, by name. */
public final class AnchorConnectors {

    private final List<AnchorConnector> all;

    private AnchorConnectors(List<AnchorConnector> all) {
        this.all = List.copyOf(all);
    }

    /** Reads the files of a directory of connectors; mistakes go to {@code problems}. Without that folder nothing is sent. */
    public static AnchorConnectors read(Path connectors, Problems problems) {
        Map<String, AnchorConnector> byName = new TreeMap<>();
        for (Path file : YamlFiles.ofAny(
                connectors.resolve("outbound").resolve("audit-anchor"), "connectors for anchors", problems)) {
            AnchorConnector connector = AnchorConnector.read(file, problems);
            if (byName.putIfAbsent(connector.name(), connector) != null) {
                problems.add(file.toString(), 0, "the name " + connector.name() + " stands in another file too");
            }
        }
        return new AnchorConnectors(List.copyOf(byName.values()));
    }

    List<AnchorConnector> all() {
        return all;
    }

    /** Whom they are sent to over HTTP. */
    public List<Endpoint> endpoints() {
        return all.stream().flatMap(connector -> connector.endpoint().stream()).toList();
    }

    /** Every variable that some connector needs and the environment lacks, as lines that name file and purpose. */
    public List<String> missingVariables(Map<String, String> environment) {
        return all.stream()
                .flatMap(connector -> connector.missingVariables(environment).stream())
                .distinct()
                .toList();
    }
}
