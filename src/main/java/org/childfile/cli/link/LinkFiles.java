package org.childfile.cli.link;

import java.io.BufferedWriter;
import java.io.IOException;
import org.apache.commons.csv.CSVPrinter;
import org.childfile.cli.terminal.GuardedCsv;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.run.LinkTables;
import org.childfile.linkage.run.Linked;
import org.childfile.linkage.run.PairDecision;
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
        CSVPrinter printer = GuardedCsv.lines(out, LinkTables.CLUSTERS);
        for (int row : rows) {
            row(printer, row);
            printer.print(numbers[row]);
            printer.println();
        }
    }

    /** Every pair from the review threshold on, strongest first, with what was decided about it. */
    public void pairs(BufferedWriter out) throws IOException {
        PairDecision.Decisions decisions = PairDecision.of(linked.clusters());
        CSVPrinter printer = GuardedCsv.lines(out, LinkTables.PAIRS);
        Edges edges = linked.edges();
        double floor = linked.matcher().model().decision().reviewBits();
        for (int i = 0; i < edges.size() && edges.weight(i) >= floor; i++) {
            int a = edges.lower(i);
            int b = edges.upper(i);
            row(printer, a);
            row(printer, b);
            printer.print(LinkTables.weight(edges.weight(i)));
            printer.print(LinkTables.probability(edges.weight(i)));
            printer.print(decisions.of(a, b).written());
            printer.println();
        }
    }

    private void row(CSVPrinter printer, int row) throws IOException {
        printer.print(linked.sources().get(table.source(row)));
        printer.print(table.id(row));
    }
}
