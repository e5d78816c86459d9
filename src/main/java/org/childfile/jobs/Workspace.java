package org.childfile.jobs;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a process works: its home for data, its settings files, and the environment that they refer to.
 *
 * @param environment variables by name; holds secrets, so it is never shown
 */
public record Workspace(Path home, Path connectors, Path mappings, Map<String, String> environment) {
    public Workspace {
        environment = Map.copyOf(environment);
    }

    /** The same with more variables. */
    public Workspace with(Map<String, String> more) {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.putAll(more);
        return new Workspace(home, connectors, mappings, all);
    }

    @Override
    public String toString() {
        return home.toString();
    }
}
