package org.childfile.care.help;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.Population;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;

/**
 * Which attributes of which feeds a call draws: {@code mappings/wakeup.yaml}.
 *
 * @param draws by kind, the feeds in the order in which they are believed
 */
public record WakeupRules(Map<Kind, List<Draw>> draws) {

    private static final int VERSION = 1;

    public WakeupRules {
        draws = Map.copyOf(draws);
    }

    /** The attributes that are drawn from the records of one feed, in the order of the list. */
    public record Draw(String feed, List<String> attributes) {
        public Draw {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * Reads {@code wakeup.yaml} of a directory; mistakes go to {@code problems}.
     *
     * @param feeds the feeds that there are
     */
    public static WakeupRules read(Path directory, Collection<String> feeds, Problems problems) {
        Section root = Section.read(directory.resolve("wakeup.yaml"), problems);
        if (root.integer("version", 0, 1, VERSION) != VERSION) {
            root.problem("version", "expected version: " + VERSION);
        }
        Section kinds = root.section("kinds");
        Map<Kind, List<Draw>> draws = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (!kinds.has(kind.name())) {
                root.problem("kinds", "nothing says what a call of kind " + kind + " draws");
            }
            draws.put(kind, draws(kinds.section(kind.name()), feeds));
        }
        root.done();
        return new WakeupRules(draws);
    }

    private static List<Draw> draws(Section section, Collection<String> feeds) {
        AttributeCatalogue known = AttributeCatalogue.of(Population.CHILD);
        List<Draw> draws = new ArrayList<>();
        for (String feed : section.keys()) {
            if (!feeds.contains(feed)) {
                section.problem(feed, "there is no feed " + feed + Section.hint(feed, feeds));
            }
            List<String> attributes = section.texts(feed);
            for (String attribute : attributes) {
                if (known.find(attribute).isEmpty()) {
                    section.problem(
                            feed, "there is no attribute " + attribute + Section.hint(attribute, known.names()));
                }
            }
            draws.add(new Draw(feed, attributes));
        }
        return draws;
    }

    List<Draw> of(Kind kind) {
        return draws.getOrDefault(kind, List.of());
    }

    /** Whether the event list of a kind may hold an attribute. */
    boolean holds(Kind kind, String attribute) {
        return of(kind).stream().anyMatch(draw -> draw.attributes().contains(attribute));
    }
}
