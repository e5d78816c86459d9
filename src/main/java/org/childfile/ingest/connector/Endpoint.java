package org.childfile.ingest.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.childfile.ingest.connector.Connector.Auth;
import org.childfile.ingest.connector.Connector.Limits;
import org.childfile.settings.Section;

/**
 * Whom requests go to: a department's address, how a request shows who asks, and what it may cost.
 *
 * @param file the file that it was read from, for messages
 * @param name the name of its routes: a feed's, or that of what is sent to it
 * @param url the department's base URL, with {@code ${VARIABLES}}
 * @param hosts the hosts that the URL may name; empty where any may stand in it
 */
public record Endpoint(String file, String name, Template url, List<String> hosts, Auth auth, Limits limits) {
    public Endpoint {
        hosts = List.copyOf(hosts);
    }

    /** Reads {@code url}, {@code hosts}, {@code auth} and {@code limits} of a connector file. */
    public static Endpoint read(Section root, String name) {
        return new EndpointReader(root).endpoint(name);
    }

    /** A path below a peer's base URL, as a section says it. */
    public static String path(Section section, String key) {
        return EndpointReader.path(section, key);
    }

    /** Every variable that it needs and the environment lacks, as lines that name file and purpose. */
    public List<String> missingVariables(Map<String, String> environment) {
        List<String> lines = new ArrayList<>();
        for (Template template : Credentials.templates(this)) {
            lines.addAll(template.missingLines(environment));
        }
        return lines.stream().distinct().toList();
    }
}
