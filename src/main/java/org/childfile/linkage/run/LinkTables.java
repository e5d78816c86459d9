package org.childfile.linkage.run;

import java.util.List;
import java.util.Locale;
import org.childfile.linkage.model.DecisionThresholds;

/** How the tables of what was linked are written, by whatever engine. */
public final class LinkTables {

    /** A row and the number of its cluster. */
    public static final List<String> CLUSTERS = List.of("source", "id", "cluster");

    /** Two rows, their weight and what was decided about them. */
    public static final List<String> PAIRS =
            List.of("source_a", "id_a", "source_b", "id_b", "weight", "probability", "decision");

    private LinkTables() {}

    /** A weight in bits. */
    public static String weight(double bits) {
        return String.format(Locale.ROOT, "%.3f", bits);
    }

    public static String probability(double bits) {
        return String.format(Locale.ROOT, "%.6f", DecisionThresholds.probability(bits));
    }
}
