package org.childfile.care.duties;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.childfile.ingest.connector.Endpoint;
import org.childfile.settings.Problems;
import org.childfile.settings.YamlFiles;

/** Everybody to whom digests are sent: all files of {@code connectors/outbound/digest/}, by name. */
public final class DigestConnectors {

    private final List<DigestConnector> all;

    private DigestConnectors(List<DigestConnector> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads every {@code outbound/digest/*.yaml} of a directory of connectors; mistakes go to {@code problems}. Without that
     * folder digests are sent to nobody.
     */
    public static DigestConnectors read(Path connectors, Problems problems) {
        Map<String, DigestConnector> byName = new TreeMap<>();
        for (Path file :
                YamlFiles.ofAny(connectors.resolve("outbound").resolve("digest"), "connectors for digests", problems)) {
            DigestConnector connector = DigestConnector.read(file, problems);
            DigestConnector other = byName.putIfAbsent(connector.name(), connector);
            if (other != null) {
                problems.add(
                        file.toString(),
                        0,
                        "the name " + connector.name() + " stands in "
                                + other.endpoint().file() + " too");
            }
        }
        return new DigestConnectors(List.copyOf(byName.values()));
    }

    List<DigestConnector> all() {
        return all;
    }

    /** Their names, in order. */
    public List<String> names() {
        return all.stream().map(DigestConnector::name).toList();
    }

    /** Whom digests are sent to. */
    public List<Endpoint> endpoints() {
        return all.stream().map(DigestConnector::endpoint).toList();
    }

    /** Every variable that some connector needs and the environment lacks, as lines that name file and purpose. */
    public List<String> missingVariables(Map<String, String> environment) {
        return endpoints().stream()
                .flatMap(endpoint -> endpoint.missingVariables(environment).stream())
                .distinct()
                .toList();
    }
}
