package org.childfile.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.childfile.linkage.matching.BlockingReport;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.PeopleTable;
import org.childfile.linkage.table.TablePart;
import org.childfile.linkage.table.TableStatistics;

/** Gathers rows by their rank, each once, and makes a table of them that weighs as the whole. */
final class PartRows {

    private final int fields;
    private final TablePart part;
    private final Map<Long, Integer> arrivals = new HashMap<>();

    PartRows(LinkModel model, TableStatistics whole) {
        this.fields = model.fields().size();
        this.part = new TablePart(model, whole);
    }

    /** Takes a row in if it is not there yet, and gives the number of its arrival. */
    int add(long rank, int source, byte[] values) {
        Integer known = arrivals.get(rank);
        if (known != null) {
            return known;
        }
        part.add(rank, source, Bytes.values(values, fields));
        arrivals.put(rank, arrivals.size());
        return arrivals.size() - 1;
    }

    /** The number of arrival of a row that is there. */
    int arrival(long rank) {
        return Objects.requireNonNull(arrivals.get(rank), "the row is not in this part");
    }

    int size() {
        return part.rows();
    }

    /** What blocking will cost, with what the first rows of the largest blocks hold; these rows are here. */
    BlockingReport report(BlockPlan plan) {
        Part part = part();
        List<BlockingReport.Rule> rules = new ArrayList<>();
        LinkModel model = part.table().model();
        for (int rule = 0; rule < model.blocks().size(); rule++) {
            List<BlockingReport.Key> worst = new ArrayList<>();
            for (BlockPlan.Worst each : plan.worst(rule)) {
                worst.add(BlockingReport.Key.of(
                        model.blocks().get(rule),
                        part.table(),
                        part.rows()[arrival(each.first())],
                        (int) Math.min(Integer.MAX_VALUE, each.rows()),
                        each.rows() > model.maxBlock()));
            }
            rules.add(new BlockingReport.Rule(
                    model.blocks().get(rule).written(), plan.pairs[rule], plan.skippedPairs[rule], worst));
        }
        return new BlockingReport(rules, model.maxBlock());
    }

    /** A table, and by arrival the row. */
    record Part(PeopleTable table, int[] rows) {

        long rank(int row) {
            return TablePart.rank(table, row);
        }
    }

    /** The table; nothing can be added then. */
    Part part() {
        PeopleTable table = part.table();
        int[] rows = new int[table.rows()];
        for (int row = 0; row < rows.length; row++) {
            rows[table.arrival(row)] = row;
        }
        return new Part(table, rows);
    }
}
