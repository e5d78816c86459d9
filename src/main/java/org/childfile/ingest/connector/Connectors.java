package org.childfile.ingest.connector;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.childfile.settings.Problems;
import org.childfile.settings.YamlFiles;

/** All connectors of a directory, by feed in the order of their names. */
public final class Connectors {

    private final Map<String, Connector> byFeed;

    private Connectors(Map<String, Connector> byFeed) {
        this.byFeed = Collections.unmodifiableMap(byFeed);
    }

    /** Reads every {@code *.yaml} of the directory; mistakes go to {@code problems}. */
    public static Connectors read(Path directory, Problems problems) {
        Map<String, Connector> byFeed = new TreeMap<>();
        for (Path file : YamlFiles.of(directory, "connector files", problems)) {
            Connector connector = ConnectorReader.read(file, problems);
            Connector other = byFeed.putIfAbsent(connector.feed(), connector);
            if (other != null) {
                problems.add(
                        file.toString(), 0, "the feed " + connector.feed() + " stands in " + other.file() + " too");
            }
        }
        if (byFeed.isEmpty()) {
            problems.add(directory.toString(), 0, "holds no connector file (*.yaml)");
        }
        return new Connectors(byFeed);
    }

    public List<Connector> all() {
        return List.copyOf(byFeed.values());
    }

    public Optional<Connector> find(String feed) {
        return Optional.ofNullable(byFeed.get(feed));
    }

    public List<String> feeds() {
        return List.copyOf(byFeed.keySet());
    }

    /** Every variable that some connector needs and the environment lacks, as lines that name file and purpose. */
    public List<String> missingVariables(Map<String, String> environment) {
        List<String> lines = new ArrayList<>();
        for (Connector connector : byFeed.values()) {
            lines.addAll(connector.endpoint().missingVariables(environment));
            connector.push().stream()
                    .flatMap(push -> push.secrets().stream())
                    .forEach(secret -> lines.addAll(secret.missingLines(environment)));
        }
        return lines.stream().distinct().toList();
    }
}
