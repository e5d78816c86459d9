package org.childfile.ingest.connector;

import java.time.Duration;
import java.util.Optional;
import org.childfile.settings.Section;

/** Reads the part of a connector file that says which requests make up a pull. */
final class FetchReader {

    private static final Duration DEFAULT_OVERLAP = Duration.ofMinutes(10);
    private static final Duration DEFAULT_STILL = Duration.ofSeconds(2);

    private FetchReader() {}

    private enum Style {
        FILE,
        MANIFEST,
        PAGES,
        CURSOR
    }

    static Connector.Fetch read(Section section) {
        String path = EndpointReader.path(section, "path");
        return switch (section.choice("style", Style.class, null)) {
            case FILE -> new Connector.Fetch.OneFile(path, section.optionalText("row-count-header"), whole(section));
            case MANIFEST ->
                new Connector.Fetch.Manifest(
                        path, EndpointReader.path(section, "file-path"), pattern(section), whole(section));
            case PAGES -> {
                if (!path.contains("{page}")) {
                    section.problem("path", "a path of pages holds {page}");
                }
                yield new Connector.Fetch.Pages(path, section.integer("page-size", 500, 1, 10_000), since(section));
            }
            case CURSOR -> new Connector.Fetch.Cursor(path, section.text("cursor-parameter", "cursor"), since(section));
        };
    }

    private static Connector.Whole whole(Section section) {
        Optional<String> marker = section.optionalText("marker");
        marker.filter(name -> !name.contains("{file}") || name.contains("/") || name.contains("\\"))
                .ifPresent(name -> section.problem(
                        "marker", "found " + name + ", allowed is a name in the same directory that holds {file}"));
        return new Connector.Whole(marker, section.duration("still", DEFAULT_STILL));
    }

    private static String pattern(Section section) {
        String pattern = section.text("pattern", "*");
        if (pattern.contains("/") || pattern.contains("\\")) {
            section.problem("pattern", "found " + pattern + ", a pattern is for names in one directory, without /");
        }
        return pattern;
    }

    private static Optional<Connector.Since> since(Section section) {
        if (!section.has("since")) {
            return Optional.empty();
        }
        Section since = section.section("since");
        return Optional.of(new Connector.Since(
                since.text("parameter"),
                since.optionalText("form"),
                since.duration("overlap", DEFAULT_OVERLAP),
                since.flag("count", false)));
    }
}
