package org.childfile.cli.link;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVPrinter;
import org.childfile.cli.terminal.GuardedCsv;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.matching.RowClusters;
import org.childfile.linkage.model.DecisionThresholds;
import org.childfile.linkage.run.Linked;
import org.childfile.linkage.table.PeopleTable;

/** Writes what was found as comma-separated tables. */
public final class LinkFiles {

    private final Linked linked;
    private final PeopleTable table;

    public LinkFiles(Linked linked) {
        this.linked = linked;
        this.table = linked.matcher().table();
    }

    /** Every row with its cluster, in the order of the files. */
    public void clusters(BufferedWriter out) throws IOException {
        int[] numbers = linked.numbers();
        int[] rows = new int[numbers.length];
        for (int row = 0; row < rows.length; row++) {
            rows[table.arrival(row)] = row;
        }
        CSVPrinter printer = GuardedCsv.lines(out, List.of("source", "id", "cluster"));
        for (int row : rows) {
            row(printer, row);
            printer.print(numbers[row]);
            printer.println();
        }
    }

    /** Every pair from the review threshold on, strongest first, with what was decided about it. */
    public void pairs(BufferedWriter out) throws IOException {
        Set<Long> review = new HashSet<>();
        for (RowClusters.Review each : linked.clusters().review()) {
            review.add(pair(each.a(), each.b()));
        }
        CSVPrinter printer = GuardedCsv.lines(
                out, List.of("source_a", "id_a", "source_b", "id_b", "weight", "probability", "decision"));
        Edges edges = linked.edges();
        double floor = linked.matcher().model().decision().reviewBits();
        int[] of = linked.clusters().of();
        for (int i = 0; i < edges.size() && edges.weight(i) >= floor; i++) {
            int a = edges.lower(i);
            int b = edges.upper(i);
            String decision = of[a] == of[b] ? "joined" : review.contains(pair(a, b)) ? "review" : "apart";
            row(printer, a);
            row(printer, b);
            printer.print(String.format(Locale.ROOT, "%.3f", edges.weight(i)));
            printer.print(String.format(Locale.ROOT, "%.6f", DecisionThresholds.probability(edges.weight(i))));
            printer.print(decision);
            printer.println();
        }
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
    }

    private void row(CSVPrinter printer, int row) throws IOException {
        printer.print(linked.sources().get(table.source(row)));
        printer.print(table.id(row));
    }
}
