package org.childfile.care.rectification;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.childfile.ingest.connector.Connector.Title;
import org.childfile.ingest.connector.Endpoint;
import org.childfile.settings.Problems;
import org.childfile.settings.YamlFiles;

/** The departments that are told of corrections, by feed: all files of {@code connectors/outbound/rectification/}. */
public final class RequestTemplates {

    private final Map<String, RequestTemplate> byFeed;
    private final WorkingDays days;

    private RequestTemplates(Map<String, RequestTemplate> byFeed, WorkingDays days) {
        this.byFeed = Collections.unmodifiableMap(byFeed);
        this.days = days;
    }

    /**
     * Reads every file of the folder; mistakes go to {@code problems}. A directory of connectors without it tells nobody.
     *
     * @param mappings where {@code holidays.yaml} may lie
     */
    public static RequestTemplates read(Path connectors, Path mappings, List<String> feeds, Problems problems) {
        Map<String, RequestTemplate> byFeed = new TreeMap<>();
        for (Path file : YamlFiles.ofAny(
                connectors.resolve("outbound").resolve("rectification"), "outbound connectors", problems)) {
            RequestTemplate template = RequestTemplate.read(file, feeds, problems);
            RequestTemplate other = byFeed.putIfAbsent(template.feed(), template);
            if (other != null) {
                problems.add(
                        file.toString(),
                        0,
                        "the feed " + template.feed() + " stands in "
                                + other.endpoint().file() + " too");
            }
        }
        return new RequestTemplates(byFeed, WorkingDays.read(mappings, problems));
    }

    Optional<RequestTemplate> of(String feed) {
        return Optional.ofNullable(byFeed.get(feed));
    }

    WorkingDays days() {
        return days;
    }

    /** The name of the department that is told of a feed's mistakes; empty where none is. */
    public Optional<Title> title(String feed) {
        return of(feed).map(RequestTemplate::title);
    }

    /** Whom requests are sent to. */
    public List<Endpoint> endpoints() {
        return byFeed.values().stream().map(RequestTemplate::endpoint).toList();
    }

    /** Every variable that some template needs and the environment lacks, as lines that name file and purpose. */
    public List<String> missingVariables(Map<String, String> environment) {
        return endpoints().stream()
                .flatMap(endpoint -> endpoint.missingVariables(environment).stream())
                .distinct()
                .toList();
    }
}
