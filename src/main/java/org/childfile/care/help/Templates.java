package org.childfile.care.help;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.childfile.ingest.connector.Endpoint;
import org.childfile.settings.Problems;
import org.childfile.settings.YamlFiles;

/** What is sent to departments: all files of {@code connectors/outbound/}, by name. */
public final class Templates {

    private final Map<String, ApplicationTemplate> byName;

    private Templates(Map<String, ApplicationTemplate> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /**
     * Reads every {@code outbound/*.yaml} of a directory of connectors; mistakes go to {@code problems}. A directory without
     * that folder sends nothing.
     */
    public static Templates read(Path connectors, WakeupRules rules, Problems problems) {
        Path directory = connectors.resolve("outbound");
        Map<String, ApplicationTemplate> byName = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            for (Path file : YamlFiles.of(directory, "outbound connectors", problems)) {
                ApplicationTemplate template = TemplateReader.read(file, rules, problems);
                ApplicationTemplate other = byName.putIfAbsent(template.name(), template);
                if (other != null) {
                    problems.add(
                            file.toString(),
                            0,
                            "the name " + template.name() + " stands in "
                                    + other.endpoint().file() + " too");
                }
            }
            for (Kind kind : Kind.values()) {
                if (byName.values().stream().noneMatch(each -> each.kinds().contains(kind))) {
                    problems.add(directory.toString(), 0, "no file is for " + kind + "; nobody would be told of it");
                }
            }
        }
        return new Templates(byName);
    }

    public Collection<ApplicationTemplate> all() {
        return byName.values();
    }

    /** Whom they are sent to. */
    public List<Endpoint> endpoints() {
        return byName.values().stream().map(ApplicationTemplate::endpoint).toList();
    }

    Optional<ApplicationTemplate> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Those that a kind of call concerns. */
    List<ApplicationTemplate> of(Kind kind) {
        return byName.values().stream()
                .filter(template -> template.kinds().contains(kind))
                .toList();
    }

    /** Every variable that some template needs and the environment lacks, as lines that name file and purpose. */
    public List<String> missingVariables(Map<String, String> environment) {
        return byName.values().stream()
                .flatMap(template -> template.endpoint().missingVariables(environment).stream())
                .distinct()
                .toList();
    }
}
