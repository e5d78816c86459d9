package org.childfile.linkage.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.matching.RowClusters;
import org.childfile.linkage.model.DecisionThresholds;
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
        out.write("source,id,cluster\n");
        for (int row : rows) {
            row(out, row);
            out.write(',');
            out.write(Integer.toString(numbers[row]));
            out.write('\n');
        }
    }

    /** Every pair from the review threshold on, strongest first, with what was decided about it. */
    public void pairs(BufferedWriter out) throws IOException {
        Set<Long> review = new HashSet<>();
        for (RowClusters.Review each : linked.clusters().review()) {
            review.add(pair(each.a(), each.b()));
        }
        out.write("source_a,id_a,source_b,id_b,weight,probability,decision\n");
        Edges edges = linked.edges();
        double floor = linked.matcher().model().decision().reviewBits();
        int[] of = linked.clusters().of();
        for (int i = 0; i < edges.size() && edges.weight(i) >= floor; i++) {
            int a = edges.lower(i);
            int b = edges.upper(i);
            String decision = of[a] == of[b] ? "joined" : review.contains(pair(a, b)) ? "review" : "apart";
            row(out, a);
            out.write(',');
            row(out, b);
            out.write(String.format(
                    Locale.ROOT,
                    ",%.3f,%.6f,%s%n",
                    edges.weight(i),
                    DecisionThresholds.probability(edges.weight(i)),
                    decision));
        }
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
    }

    private void row(BufferedWriter out, int row) throws IOException {
        cell(out, linked.sources().get(table.source(row)));
        out.write(',');
        cell(out, table.id(row));
    }

    private static void cell(BufferedWriter out, String text) throws IOException {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        out.write(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
    }
}
